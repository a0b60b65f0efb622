package clean

import (
	"regexp"
	"strings"
)

// action is what becomes of a line that a rule matches. The line itself is
// always taken out of the text.
type action int

const (
	drop      action = iota // the line says nothing about the article
	dropList                // so do the headlines and links listed under it
	stamp                   // so does it when its group is a date, and only then
	published               // its group is the article's day, when it is one
	source                  // its group names the outlet
	copyright               // its group names the outlet, where nothing better does
)

// where a rule holds.
type zone int

const (
	anywhere zone = iota
	atTop         // before the first paragraph of prose
	atEnd         // after the last one
)

// rule describes one kind of line that belongs to the page and not to the
// article. It is tried on lines that are not prose (isProse) or, where it names
// words that it needs, on any line that holds one of them, in lower case. Its
// pattern is matched against the whole line, without regard to case, after
// bullets, arrows, emphasis and colons are taken off the line's ends. A line of
// more than maxWords words is prose and never matched.
type rule struct {
	name    string
	zone    zone
	action  action
	needs   []string
	pattern *regexp.Regexp
}

// maxWords is the length of the longest line taken for page furniture: cookie
// notices run to two sentences.
const (
	maxWords = 40
	maxBytes = 600
)

// line makes a rule; needs are divided by "|".
func line(name string, zone zone, action action, needs, pattern string) rule {
	r := rule{name: name, zone: zone, action: action, pattern: regexp.MustCompile(`(?i)^(?:` + pattern + `)[.!…]*$`)}
	if needs != "" {
		r.needs = strings.Split(needs, "|")
	}
	return r
}

// match gives the groups of the rule's pattern in a line, or nil. bare is the
// line without the marks at its ends, lower the same in lower case.
func (r *rule) match(bare, lower string, prose bool) []string {
	holds := len(r.needs) == 0 && !prose
	for _, need := range r.needs {
		holds = holds || strings.Contains(lower, need)
	}
	if !holds {
		return nil
	}
	return r.pattern.FindStringSubmatch(bare)
}

// Words used by several rules. "us" is told from the US by its letters.
const (
	network   = `facebook|twitter|x|linkedin|whats ?app|telegram|e-?mail|pinterest|reddit|instagram|youtube|messenger|viber|tumblr|flipboard|google news|tiktok|rss|social media`
	agency    = `reuters|ap|afp|epa|upi|getty(?: images)?|xinhua|tass|dpa|shutterstock|alamy|associated press|agence france-presse`
	things    = `(?:articles?|stor(?:y|ies)|news|posts?|coverage|reading|topics?|content|links?|headlines?|videos?|must[- ]reads?)`
	mailing   = `(?:newsletters?|bulletins?|inbox|briefings?|digest|e-?mails?|alerts?|notifications?)`
	us        = `(?-i:us|Us)`
	person    = `(?-i:\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|van|von|der|de|al|bin)){0,4})`
	reporting = `(?:reporting|writing|editing|reported|written|edited|compiled|translated)`
)

// rules is the table. It holds what web pages and wire copy have in common; a
// line that fits one page alone does not belong here.
var rules = []rule{
	// Proof of being human.
	line("captcha", anywhere, drop, "captcha", `(?:the |your |enter |refresh |invalid )*(?:re)?captcha(?:\s+(?:refresh|code|image|test|verification|is required|is invalid|has expired|error|expired).*|\s*\*)?`),
	line("captcha notice", anywhere, drop, "recaptcha", `.{0,60}\brecaptcha\b.{0,160}`),
	line("captcha task", anywhere, drop, "", `(?:please )?(?:enter|type|retype|input) (?:in )?(?:the|these) (?:characters|letters|words?|code|text|numbers?|digits)\b.*`),
	line("prove human", anywhere, drop, "human|robot|browser", `(?:please )?(?:verify|confirm|prove)\b.{0,40}\b(?:human|(?:not|n[’']t) a robot)\b.{0,40}|checking your browser\b.{0,60}|i[’']?a?m not a robot`),
	line("security key", anywhere, drop, "", `(?:security|verification|confirmation) (?:key|code|image)(?:\s?[:*].{0,40})?|security question\s?:?`),

	// Asking for a subscription, an account or money.
	line("subscribe", anywhere, drop, "subscri", `(?:please )?(?:subscribe|unsubscribe)(?: (?:now|today|here|free|`+us+`|to|for|and|via|or|by|from|with)\b.*)?|subscriptions?(?: options)?|subscriber login`),
	line("subscribers only", anywhere, drop, "subscri|member|users|premium", `(?:(?:this|the) (?:article|story|content|page|video) is (?:for|only|available|exclusive|reserved|free)\b.{0,60}\b)?(?:subscribers?|members?|registered users)(?: only| content)?|for subscribers.{0,20}|premium(?: content| article)?`),
	line("subscriber", anywhere, drop, "subscri|member|article|enjoying", `(?:already|not yet|not) an? (?:subscriber|member)\b.{0,60}|(?:you have|you[’']ve|you are) .{0,40}\b(?:free articles?|article limit|articles? (?:left|remaining))\b.{0,60}|enjoying (?:this|our)\b.{0,80}`),
	line("access", anywhere, drop, "access|trial|subscri|sign in|log in|login|register", `(?:(?:get|try|unlock|enjoy|start|want|for) .{0,60})?(?:unlimited|full|digital|premium) access\b.{0,60}|(?:start|try|get) .{0,30}free trial\b.{0,40}|(?:to|please) (?:read|view|access|continue|comment|see)\b.{0,60}\b(?:subscribe|sign in|log ?in|register)\b.{0,60}`),
	line("keep reading", anywhere, drop, "", `(?:to )?(?:continue|keep) reading(?: (?:this|the|below|for|at|on|with)\b.{0,60})?`),
	line("newsletter", anywhere, drop, "", `(?:(?:our|the|your|daily|weekly|morning|evening|free|e-?mail)\s+)*(?:newsletters?|e-?mail (?:alerts?|updates)|(?:morning|daily|weekly|evening) (?:letter|briefing|bulletin|digest))(?: sign ?-?up| subscription)?`),
	line("sign up", anywhere, drop, "sign", `(?:please )?sign(?:ing)? ?-?up(?: (?:for|to|now|here|today|with|and|free)\b.*)?`),
	line("get by mail", anywhere, drop, "newsletter|bulletin|inbox|briefing|digest|mail|alert|notification", `(?:get|receive|start|don[’']t miss)\b.{0,60}\b(?:our|your|the latest|the day[’']s|free|daily|weekly|straight)\b.{0,60}\b`+mailing+`\b.{0,80}`),
	line("mail form", anywhere, drop, "mail|name|address|zip|password|comment|message", `(?:please )?(?:enter|type) (?:your|an) (?:valid )?(?:e-?mail|name|address|zip|password|comment)\b.{0,60}|your (?:e-?mail|name|comment|message)(?: address)?(?: \((?:required|optional)\))?\s?\*?`),
	line("account", anywhere, drop, "log|sign|register|account|password", `(?:(?:please )?(?:log|sign) ?-?(?:in|out)|login|logout|register|create (?:an |your |a free )?account|my account|forgot(?:ten)? (?:your )?password)(?: (?:now|here|to|with|or|free|today)\b.{0,60})?\??`),
	line("support", anywhere, drop, "donat|support|become a|coffee", `donate(?: (?:now|here|today|online))?|support (?:`+us+`|our (?:work|journalism|site|newsroom|reporting)|independent (?:journalism|media|news))\b.{0,60}|become an? (?:member|supporter|subscriber|patron)(?: (?:today|now|here))?|make a (?:donation|contribution)\b.{0,40}|buy us a coffee\b.{0,20}`),
	line("thanks", anywhere, drop, "thank", `(?:thank you|thanks) for (?:subscribing|signing up|reading|registering|your (?:interest|registration|subscription|comment))\b.{0,60}`),

	// Comment forms.
	line("comment form", anywhere, drop, "comment|repl|conversation|discussion", `(?:please )?(?:enter|leave|post|add|write|submit|read|view|show|hide|load|loading|see)(?: (?:a|an|your|the|all|`+us+`|more))*\s(?:comments?|repl(?:y|ies))\b(?:\s?\(?\d+\)?|\s(?:below|here|as a guest).{0,30})?|(?:join|start) the (?:conversation|discussion)`),
	line("comment count", anywhere, drop, "", `(?:no |\d+ |\(\d+\) )?(?:comments?|repl(?:y|ies))(?: ?\(\d+\)| are (?:closed|off|disabled|moderated).{0,60}| off| closed| policy)?`),
	line("comment rules", anywhere, drop, "comment|reply|required fields|save my name|email|e-mail|notify me|abuse|logged in|signed in", `(?:your e-?mail address will not be published|required fields are marked|save my name\b|you must be (?:logged|signed) in\b|be the first to (?:comment|reply)\b|cancel reply|notify me of\b|report (?:abuse|this comment)\b|comment (?:as a guest|on this (?:article|story|post))\b).{0,120}`),
	line("button", anywhere, drop, "", `(?:name|e-?mail|website|message|submit|send|search|menu|close|cancel|reset|ok|next|previous|prev|home|home ?page|top|back|print|save|bookmark|like|listen|play|pause|mute|zoom|download|more|view all|see all|load more|show more|read more|continue|go)\s?[*:?]*`),

	// Passing it on.
	line("share", anywhere, drop, "share", `(?:please )?share(?: (?:it|now|via\b.{0,40}|(?:on|to|with) (?:`+network+`|friends|your friends)\b.{0,40}|th(?:is|e)(?: (?:`+things+`|page|on\b.{0,40}|via\b.{0,40}|with\b.{0,40}))?|your (?:thoughts|view|opinion)s?.{0,20}|`+things+`|options))?`),
	line("networks", anywhere, drop, "", `(?:(?:`+network+`|share|tweet|print|copy link|link copied|pin(?: it)?|like|save)(?:[\s|,/·•+&:-]+|$))+`),
	line("send on", anywhere, drop, "", `(?:e-?mail|print|tweet|send|save|copy|bookmark|download|pin|digg|link|like) (?:this|it)|(?:e-?mail|print|tweet|send|save|copy|bookmark|download|pin) (?:this|the) (?:`+things+`|page|link)\b.{0,30}|reprints?|(?:send|e-?mail) to a friend|copy (?:link|url).{0,20}|link copied.{0,20}`),
	line("follow", anywhere, drop, " us| on ", `(?:follow|like|find|join|add|watch|contact|visit|write to|e-?mail) `+us+`\b.{0,80}|follow\b.{0,60}\bon (?:`+network+`)\b.{0,40}`),
	line("address", anywhere, drop, "@", `(?:write to|contact|e-?mail|reach|tips)\b.{0,80}\S+@\S+\.\w+|\S+@\S+\.\w+`),
	line("counters", anywhere, drop, "", `[\d.,]+ ?[km]? (?:shares?|views?|likes?|reads?|retweets?|hits|visits)|(?:views?|hits|visits|visitors|reads|shares|likes)\s?:?\s?[\d.,]+ ?[km]?`),

	// Other articles.
	line("other articles", anywhere, dropList, "", `(?:more|related|recommended|popular|latest|other|top|similar|trending|further|recent|featured|breaking|this week[’']s|today[’']s)\s+(?:top |related |recent |popular |latest |breaking )?`+things+`(?: (?:on|from|in|by|about|for)\b.{0,40})?`),
	line("more from", anywhere, dropList, "", `(?:(?:more|also|latest|elsewhere) (?:from|in|on|by)|from) (?:around the web|the web|this (?:section|author|series|topic|`+things+`)|our (?:partners?|network|sponsors?|site|archives?|blogs?))`),
	line("you may like", anywhere, dropList, "", `you (?:may|might|will|could) (?:also )?(?:like|enjoy|be interested in|love|want to read)\b.{0,40}`),
	line("most read", anywhere, dropList, "", `most (?:read|viewed|popular|shared|commented|watched|recent|e-?mailed|discussed)(?: (?:`+things+`|in|today|this|now|on)\b.{0,20})?`),
	line("picks", anywhere, dropList, "", `editor(?:s|[’']s|s[’'])? (?:picks?|choices?)|what to (?:read|watch) next|don[’']t miss(?: (?:it|this|out))?|(?:up|read|watch) next|in other news|must[- ]reads?|trending(?: (?:now|on|in)\b.{0,30})?|related|see also|read also|also read|recommended(?: for you)?|hot topics|sponsored(?: content)?|promoted(?: content| stories)?|paid content|navigation`),
	line("pointer", anywhere, drop, "", `(?:read(?: more| also| next)?|see(?: also| more)?|also (?:read|see|on)|related|more|watch(?: also| more| live)?|listen(?: to)?|don[’']t miss|recommended|up next)\s?(?::|\||»|>|→)\s?\S.{0,200}`),
	line("pointer phrase", anywhere, drop, "here|more|story|article|gallery|photos", `(?:read|see|view|watch|click|tap|find)(?: (?:the|our|full|original|entire|rest of|here|for|to|read|see|view))* (?:here|more|story|article|gallery|photos)(?: (?:here|about|on|at|in|from|for)\b.{0,60})?`),
	line("teaser", anywhere, drop, "", `.{5,200}\s(?:full (?:article|coverage|story)|read more|see more|learn more)`),
	line("tags", anywhere, drop, "", `(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|posted in|more on)\s?:\s?.{0,200}`),

	// The page's own machinery.
	line("number", anywhere, drop, "", `(?:(?:news|story|article|document|report|item|post|content|press release)\s*(?:(?:id|code|no\.?|number|ref(?:erence)?)\s*[:#.]?|[:#])|page|(?:id|code|ref)\s*[:#])\s*[\w/-]*\d[\w/-]*`),
	line("page made", anywhere, drop, "", `(?:this )?page (?:was )?(?:generated|rendered|loaded|created|served)\b.{0,80}|(?:generated|rendered|loaded) in [\d./,]+ ?(?:ms|s|sec|secs|seconds?)`),
	line("page count", anywhere, drop, "", `(?:page )?\d+ (?:of|/) \d+|\d+ min(?:ute)?s?(?:[ -]read| ago| listen)|(?:estimated )?read(?:ing)? time\b.{0,30}|\d+ (?:hours?|days?|weeks?|months?) ago`),
	line("updated", anywhere, stamp, "", `(?:last |first )?(?:updated|modified|edited|changed|revised|accessed|retrieved|checked)(?: (?:on|at))?\s?:?\s+(.{4,60})`),
	line("loading", anywhere, drop, "loading|wait|please|javascript|browser", `(?:loading|please wait)(?: (?:comments|more|the|player|video|article|content)\b.{0,30})?|please (?:reload|refresh|enable|disable|turn o(?:n|ff)|upgrade)\b.{0,100}|.{0,60}\bjavascript\b.{0,60}(?:enabled?|disabled?|browser|required)\b.{0,60}|(?:your )?browser does not support\b.{0,80}`),
	line("navigation", anywhere, drop, "", `(?:skip|jump|back|return|go) (?:back )?to (?:the )?(?:top|main|home|homepage|content|article|navigation|front page|list|menu)(?: (?:content|menu|page|navigation|of (?:the )?page))?|toggle (?:menu|navigation|search)|open (?:menu|search)`),
	line("reading aids", anywhere, drop, "", `(?:increase|decrease|text|font) (?:text |font )?size.{0,20}|a[+-]\s*a[+-]?|dark mode|light mode|listen to (?:this|the) (?:article|story).{0,30}|audio version.{0,30}`),
	line("advertisement", anywhere, drop, "", `advertisements?|adverts?|ads?|sponsored by\b.{0,40}|(?:story|article) continues (?:below|after).{0,40}|scroll (?:down )?(?:for more|to continue).{0,30}|(?:skip|close|hide) (?:ad|advertisement|this ad).{0,20}`),
	line("legal", anywhere, drop, "rights reserved|terms|privacy", `(?:all|some) rights reserved\b.{0,80}|terms (?:of (?:use|service|sale)|(?:and|&) conditions)\b.{0,160}|(?:your )?privacy (?:policy|notice|statement|cent(?:er|re)|settings|choices|rights)\b.{0,160}`),
	line("footer", anywhere, drop, "", `do not sell\b.{0,60}|legal (?:notice|information)|imprint|disclaimer|site ?map|accessibility(?: statement)?|code of (?:ethics|conduct)|corrections?(?: policy)?|careers|about us|about this site|contact us|contact the (?:author|editor|newsroom)|advertise(?: with us| here)?|help(?: cent(?:er|re))?|faqs?`),
	line("republishing", anywhere, drop, "published|reproduced|copied|broadcast|rewritten|redistributed", `(?:this|the|no part of (?:this|the)|all|our) (?:material|content|article|story|publication|web ?site|text)\b.{0,40}\b(?:may|must|can) ?(?:not )?be (?:published|reproduced|republished|copied|broadcast|rewritten|redistributed)\b.{0,160}`),
	line("copyright", anywhere, copyright, "©|(c)|copyright", `(?:(?:all )?(?:content|material|text|copyright) )?(?:©|\(c\)(?: copyright)? \d{4}|copyright (?:by |\d{4}))\s*(?:copyright )?(?:\d{4}\s*(?:[-–]\s*\d{4})?)?,?\s*(?:by )?([^.,|·]{0,60}?)(?:\s+\d{4})?(?:\s*[.,|·].{0,160}|\s*all rights reserved.{0,80})?`),
	line("cookies", anywhere, drop, "cookie|accept|reject|allow|decline|manage|deny|agree|understand|got it", `(?:we(?: and our .{0,40})? (?:use|store|set)|(?:this|our|the) (?:web ?)?sites?|by (?:using|continuing|clicking|browsing|accepting)|like (?:most|many) (?:web ?)?sites)\b.{0,160}\bcookies?\b.{0,200}|(?:accept|reject|allow|decline|manage|deny)(?: all| my)?(?: (?:cookies|preferences|settings|choices))?|cookies?(?: (?:settings|policy|preferences|notice|consent|choices))?|i (?:agree|accept|understand)|got it`),

	// Pictures.
	line("picture", anywhere, drop, "photo|image|picture|illustration|graphic|video|caption|credit", `(?:(?:file|handout|archive|stock) )?(?:photos?|photograph|image|picture|illustration|graphic|video|caption|credits?|photo credits?|image credits?|image source|photo source)(?: (?:by|credit|from|courtesy of|via))?\s?[:/|©,]\s?.{0,200}|(?:file|handout|archive|stock) (?:photo|image|picture|footage)s?`),
	line("photo by", anywhere, drop, "photo|image|picture|illustration", `\(?(?:photo|photograph|image|picture|illustration)s? (?:by|courtesy of|via)\b.{0,80}\)?`),
	line("caption with credit", anywhere, drop, ")|]", `.{0,300}[\[(][^()\[\]]{0,60}(?:\b(?:photo|photograph|image|file pic|courtesy|handout)s?\b|getty images|/\s?(?:`+agency+`)\b|\b(?:`+agency+`)\s?/)[^()\[\]]{0,60}[\])]`),
	line("caption with slash", anywhere, drop, "/", `.{0,300}[.\s](?-i:REUTERS|AP Photo|AFP|EPA|Getty Images)\s?/\s?\p{L}[\p{L}. '-]{2,40}`),
	line("credit", anywhere, drop, "", `(?:`+agency+`)(?: (?:photo|images?|file|handout))?\s?[/|].{0,60}|[\p{L}.' -]{2,40}\s?[/|]\s?(?:`+agency+`)(?: (?:photo|images?))?|getty images|ap photo`),
	line("picture number", anywhere, drop, "of|/", `\d+ (?:of|/) \d+\.\s.{0,300}`),

	// Who wrote it, and how it ends.
	line("byline", atTop, drop, "", `by:? (?:our [\p{L} ]{2,40}|`+person+`)(?:(?:,| and| \|| in| -) ?(?:`+person+`|staff|[\p{L} ]{0,20}(?:writer|editor|reporter|correspondent)[\p{L} ]{0,20}))*`),
	line("reporters", atEnd, drop, "reporting|writing|editing|reported|written|edited|compiled|translated|with|author|contributed", `\(?(?:additional )?`+reporting+`(?: and `+reporting+`)?(?: by|:)\s.{0,240}|with (?:additional )?(?:reporting|contributions?|input|files) (?:by|from) .{0,120}|author:\s?.{0,60}|.{2,240}\bcontributed (?:to this (?:report|article|story)|reporting)\b.{0,60}`),
	line("sign-off", atEnd, drop, "", `\(?(?:ends?|30|more to follow|reuters?|upi|ap|afp|xinhua|enditem)\)?|[a-z]{2,3}/[a-z]{2,3}(?:/[a-z]{2,3})?`),

	// What the page says about the article.
	line("published", anywhere, published, "", `(?:first |originally )?(?:published|posted|publication date|publish date|publishing date|date(?: published| of publication)?|issued|released|release date)(?: (?:on|at|online))?\s?:?\s+(.{4,80})`),
	line("source", anywhere, source, "", `(?:source|news source|outlet|publisher|agency|originally published (?:by|in|at|on))\s?:\s?(.{2,60})`),
}
