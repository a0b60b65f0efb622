package clean

import (
	"errors"
	"strings"
	"testing"

	"github.com/whomet/whomet/loader/article"
)

// para is a paragraph of prose for tests to put furniture around.
const (
	para  = "The ministers of the two countries met in Lisbon on Tuesday and discussed fishing, the border and the price of oil."
	para2 = "They agreed to meet again in spring, and their spokesman said that the talks had been frank and useful."
)

func TestArticle(t *testing.T) {
	body := para + "\n\n" + para2
	for _, test := range []struct {
		name string
		raw  article.Raw
		want Page
	}{
		{
			"plain", article.Raw{Text: para + "\n" + para2},
			Page{Text: body},
		},
		{
			"headline", article.Raw{Text: "Ministers meet in Lisbon\n\n" + para + "\n\n" + para2},
			Page{Text: body, Title: "Ministers meet in Lisbon"},
		},
		{
			"headline repeated", article.Raw{Text: "News ID: 99\nMinisters meet in Lisbon\n\nMINISTERS MEET IN LISBON\n" + para + "\n" + para2},
			Page{Text: body, Title: "Ministers meet in Lisbon"},
		},
		{
			"headline given and repeated", article.Raw{Title: "Ministers meet in Lisbon", Text: "“Ministers meet in Lisbon”\n" + body},
			Page{Text: body, Title: "Ministers meet in Lisbon"},
		},
		{
			"markdown", article.Raw{Text: "# **Ministers meet in Lisbon**\n\n---\n\n" + body + "\n\n* * *\n\n**Northgate Post**"},
			Page{Text: body, Title: "Ministers meet in Lisbon", Source: "Northgate Post"},
		},
		{
			"outlet in plain letters", article.Raw{Text: body + "\n\nThe Meridian Courier"},
			Page{Text: body, Source: "The Meridian Courier"},
		},
		{
			"dateline", article.Raw{Text: "LISBON, March 3 (Harbour Wire) -- " + body},
			Page{Text: "LISBON, March 3 (Harbour Wire) -- " + body, Source: "Harbour Wire"},
		},
		{
			"source that reports", article.Raw{Text: body + "\n\nThe prime minister knew nothing of it, Harbour Radio reported."},
			Page{Text: body + "\n\nThe prime minister knew nothing of it, Harbour Radio reported."},
		},
		{
			"copyright names the outlet", article.Raw{Text: body + "\n\n© 2019 The Lantern Observer. All rights reserved."},
			Page{Text: body, Source: "The Lantern Observer"},
		},
		{
			"published", article.Raw{Text: "Ministers meet in Lisbon\nPublished: 0915 GMT March 4, 2019\n" + body},
			Page{Text: body, Title: "Ministers meet in Lisbon", PublishedAt: "2019-03-04"},
		},
		{
			"day above the headline is the page's", article.Raw{Text: "Sunday, June 7, 2020\n\nMinisters meet in Lisbon\n\n" + body},
			Page{Text: body, Title: "Ministers meet in Lisbon"},
		},
		{
			"day below the headline is the article's", article.Raw{Text: "Ministers meet in Lisbon\n\n4 March 2019\n\n" + body},
			Page{Text: body, Title: "Ministers meet in Lisbon", PublishedAt: "2019-03-04"},
		},
		{
			"what came with it goes first", article.Raw{
				Title: "A", URL: "https://example.org/1", Source: "B", PublishedAt: "2001-02-03T04:05:06Z",
				Text: body + "\n\nPublished: March 4, 2019\n\nThe Lantern Observer. All rights reserved.\n\n© Northgate Post",
			},
			Page{Text: body + "\n\nThe Lantern Observer. All rights reserved.", Title: "A", URL: "https://example.org/1", Source: "B", PublishedAt: "2001-02-03"},
		},
		{
			"own address", article.Raw{Text: "Ministers meet in Lisbon\n" + body + "\n<https://example.org/2019/ministers-meet-in-lisbon>"},
			Page{Text: body, Title: "Ministers meet in Lisbon", URL: "https://example.org/2019/ministers-meet-in-lisbon"},
		},
		{
			"address of something else", article.Raw{Text: "Ministers meet in Lisbon\n" + body + "\nhttps://video.example.org/watch?v=1"},
			Page{Text: body, Title: "Ministers meet in Lisbon"},
		},
		{
			"page furniture", article.Raw{Text: "Share It :\n" + para + "\n› Subscribe\n" + para2 + `

Please enter your name here!
Leave a comment

The captcha has expired. Please reload.
Refresh captcha
Security code:
Page generated in 0.31 sec
Follow us on Twitter
12 Comments
We use cookies to give you the best experience on our website.
Enter your email address
Photo: Ana Lopes/Reuters
Reporting by Ana Lopes in Lisbon; Editing by Rui Costa
REUTER`},
			Page{Text: body},
		},
		{
			"lists of other articles", article.Raw{Text: para + "\n\nRelated stories\n\nWho is Ana Lopes?\n\nKing opens bridge over river\n\n" + para2 + "\n\nMore Articles\n\nSnow in the Algarve\n\nHarbour strike goes on"},
			Page{Text: body},
		},
		{
			"captions", article.Raw{Text: para + "\n\nThe two ministers on Tuesday. (Ana Lopes/AFP/Getty Images)\n\nFile photo\n\n" + para2},
			Page{Text: body},
		},
		{
			"broken by hand", article.Raw{Text: `The ministers of the two countries met in Lisbon on
Tuesday and discussed fishing, the border and the price
of oil.
    They agreed to meet again in spring, and their
spokesman said that the talks had been frank and
useful.`},
			Page{Text: body},
		},
		{
			"broken by hand, blank lines between", article.Raw{Text: `The ministers of the two countries met in Lisbon on
Tuesday and discussed fishing, the border and the price
of oil.

They agreed to meet again in spring, and their
spokesman said that the talks had been frank and
useful.
`},
			Page{Text: body},
		},
		{
			"broken by hand, a last word that is also a button", article.Raw{Text: `The two ministers met in Lisbon on Tuesday, and their
spokesman, who had come with them by train, declined to
comment.
    The minister of Spain had said on Monday that he was
not going to say anything about the border in March
1984.`},
			Page{Text: "The two ministers met in Lisbon on Tuesday, and their spokesman, who had come with them by train, declined to comment.\n\nThe minister of Spain had said on Monday that he was not going to say anything about the border in March 1984."},
		},
		{
			"page", article.Raw{HTML: `<html><head><title>Ministers meet in Lisbon | Northgate Post</title><meta property="og:site_name" content="Northgate Post">
<link rel="canonical" href="https://example.org/2019/03/04/lisbon"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Ministers meet in Lisbon</h1><p>` + para + `</p><p>` + strings.Replace(para2, " spring", "\n   <b>spring</b>", 1) + `</p></article>
<footer>All rights reserved</footer></body></html>`},
			Page{Text: body, Title: "Ministers meet in Lisbon", Source: "Northgate Post", URL: "https://example.org/2019/03/04/lisbon", PublishedAt: "2019-03-04"},
		},
		{
			"fragment of a page", article.Raw{HTML: "<p>The ministers of Spain and\nPortugal met in Lisbon.</p><p>They talked about the border.</p>"},
			Page{Text: "The ministers of Spain and Portugal met in Lisbon.\n\nThey talked about the border."},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.want.Language = "en"
			got, err := Article(test.raw)
			if err != nil {
				t.Fatal(err)
			}
			if got != test.want {
				t.Errorf("got  %+q\nwant %+q", got, test.want)
			}
		})
	}
}

// What reads like furniture at a glance and is not.
func TestProseStays(t *testing.T) {
	for _, line := range []string{
		"Share the burden, president tells allies",
		"Subscribers to the treaty met in Vienna on Monday.",
		"Join US in talks, minister urges Russia",
		"Follow US lead, Macron urges Europe",
		"Get out of the region, Iran tells US forces",
		"See more than 100 killed in flood",
		"3 of 5 hostages freed, army says",
		"By train, Kim arrives in Hanoi",
		"Published in 1945, the book was read by both leaders.",
		"Support our troops, Blair asks party",
		"Donate blood, minister tells students",
		"Contact between the two sides broke off",
		"The report may be published on Monday, the minister said.",
		"Help for Syria, says Merkel, must go on",
		"Article 5 of the treaty",
		"Latest of three rounds of talks fails",
		"Sign accord or leave, Kosovo told",
		"Cookies were served at the talks with the prime minister.",
		"Date set for summit",
		"Source of gas dispute was price, Putin says",
		"Loading of ships resumed after the two ministers met.",
		"Back to the table: Kerry and Lavrov try again",
		"Reuters and the BBC were invited to the talks.",
		"Talks on fishing rights, oil and Privacy Shield open",
		"Reporting progress, Annan leaves for Damascus",
		"Read the treaty first, de Gaulle told Adenauer.",
		"Thanks for the help, Zelensky tells Duda",
	} {
		text := para + "\n\n" + line + "\n\n" + para2
		page, err := Article(article.Raw{Title: "Talks", Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if page.Text != text {
			t.Errorf("%q is taken for furniture", line)
		}
	}
}

// Each rule must hold on the lines that people see; and each names its lines.
func TestFurnitureGoes(t *testing.T) {
	for _, line := range []string{
		"CAPTCHA", "captcha *", "Please verify that you are not a robot", "Enter the characters you see in the image",
		"Please type the letters below", "I'm not a robot", "This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.",
		"Verification code:", "Subscribe", "SUBSCRIBE NOW", "Subscribe to our YouTube channel", "This article is for subscribers only",
		"Already a subscriber? Sign in", "Subscribe now for unlimited access", "Start your free trial", "To continue reading, please log in",
		"Continue reading", "Newsletter", "Sign up for our daily briefing", "Get the latest news in your inbox", "Receive our free newsletter every morning!",
		"Your email address", "Log in", "Register", "Forgot your password?", "Support our journalism", "Donate now", "Become a member",
		"Thank you for subscribing!", "Leave a comment", "Post a Comment", "View all comments", "Join the conversation", "Comments", "3 comments",
		"Comments are closed", "No comments", "Your email address will not be published. Required fields are marked *", "Cancel reply", "Submit",
		"Share", "Share this article:", "Share on Facebook", "Share this on WhatsApp", "Facebook Twitter WhatsApp Email", "Facebook | X | Telegram", "Tweet",
		"Print this article", "Copy link", "Follow us on Facebook and Twitter", "Follow @northgate on Twitter", "1.2K Shares", "Views: 1,204", "Write to the editor at desk@example.org",
		"Read more: Ministers meet in Porto", "READ ALSO | Harbour strike", "Click here for more", "Read the full story", "Tags: Portugal, Spain, fish", "Filed under: World",
		"News Code: 83127", "Story ID 4410", "Page generated in 0.12 seconds", "Page 1 of 2", "5 min read", "3 hours ago", "Last updated: March 4, 2019 at 10:15",
		"Loading...", "Please enable JavaScript to view the comments", "Skip to main content", "Back to top", "A+ A-", "Advertisement", "Story continues below advertisement",
		"All rights reserved.", "Terms of Use", "Privacy Policy", "Contact us", "Sitemap", "This material may not be published, broadcast, rewritten or redistributed.",
		"Copyright 2019 Northgate Post", "© Northgate Post", "By using this site you agree to our use of cookies.", "Accept all", "Cookie settings",
		"Photo: Ana Lopes", "Image source, Getty Images", "AFP/Ana Lopes", "1 of 4. The ministers in Lisbon.", "(Photo by Ana Lopes)", "Getty Images",
		"Most read", "Trending now", "You may also like", "Editor's picks", "Recommended for you", "Latest news", "***", "- - -", "desk@example.org",
	} {
		text := para + "\n\n" + line + "\n\n" + para2
		page, err := Article(article.Raw{Title: "Talks", Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if page.Text != para+"\n\n"+para2 {
			t.Errorf("%q stays", line)
		}
	}
	for _, line := range []string{"ENDS", "(END)", "Reuter", "ab/cd", "Ana Lopes contributed to this report.", "Additional reporting by Ana Lopes"} {
		page, err := Article(article.Raw{Title: "Talks", Text: para + "\n\n" + line})
		if err != nil || page.Text != para {
			t.Errorf("%q stays at the end (%v)", line, err)
		}
	}
	for _, line := range []string{"By Ana Lopes", "By ANA LOPES, Staff Writer", "By our political staff", "By Ana Lopes and Rui Costa in Lisbon"} {
		page, err := Article(article.Raw{Title: "Talks", Text: line + "\n\n" + para})
		if err != nil || page.Text != para {
			t.Errorf("%q stays at the top (%v)", line, err)
		}
	}
}

// A sentence or two full of names is English where its small words are.
func TestShortEnglish(t *testing.T) {
	for text, want := range map[string]bool{
		"Brazil's President Luiz Inacio Lula da Silva spoke in Bogota. Lula arrived on Tuesday.":                                                                                              true,
		"COPENHAGEN, May 14 - Danish Foreign Minister Karen Holm met Norwegian Prime Minister Ingrid Solberg in Copenhagen on Monday. Holm told Solberg that US troops must leave Greenland.": true,
		"Der Präsident Luiz Inacio Lula da Silva sprach in Bogota am Dienstag mit Gustavo Petro.":                                                                                             false,
		"Luiz Inacio Lula da Silva, Gustavo Petro, Mauro Vieira, Luis Gilberto Murillo, Macky Sall":                                                                                           false,
	} {
		if _, ok := english(text); ok != want {
			t.Errorf("%q: English %t, want %t", text, ok, want)
		}
	}
}

func TestRejected(t *testing.T) {
	for _, test := range []struct{ name, text, html, want string }{
		{"nothing left", "Subscribe\n\nCaptcha refresh\n", "", "has nothing left"},
		{"page of nothing", "", "<html><body><nav>Home</nav></body></html>", "is a page without an article"},
		{"page of buttons", "", "<html><body><p>Home</p><p>Subscribe now</p></body></html>", "has nothing left"},
		{"French", "Les deux ministres se sont rencontrés à Lisbonne mardi et ont parlé de la pêche, de la frontière et du prix du pétrole, a déclaré leur porte-parole.", "", "is not in English but in French"},
		{"German", "Die beiden Minister trafen sich am Dienstag in Lissabon und sprachen über die Fischerei, die Grenze und den Preis des Öls, sagte ein Sprecher.", "", "is not in English but in German"},
		{"Russian", "Министры двух стран встретились во вторник в Лиссабоне и обсудили рыболовство, границу и цену на нефть. Они договорились встретиться ещё раз весной, и их представитель сказал, что эти переговоры были очень полезными для обеих стран.", "", "is not in English but in Russian"},
		{"Persian", "وزیران دو کشور روز سه\u200cشنبه در لیسبون دیدار کردند و درباره ماهیگیری و مرز گفتگو کردند.", "", "is not in English but in Persian"},
		{"Chinese", "两国部长周二在里斯本会面，讨论了渔业、边境和石油价格。", "", "is not in English but in"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Article(article.Raw{Path: "a.jsonl", Line: 3, Text: test.text, HTML: test.html})
			var bad *article.Rejected
			if !errors.As(err, &bad) || bad.Path != "a.jsonl" || bad.Line != 3 || !strings.HasPrefix(bad.Reason, test.want) {
				t.Errorf("got %v, want a.jsonl:3: %s", err, test.want)
			}
		})
	}
}

func TestISODate(t *testing.T) {
	for in, want := range map[string]string{
		"2020":                            "2020",
		"2020-01":                         "2020-01",
		"2020-01-03":                      "2020-01-03",
		"2020-01-03T23:30:00-05:00":       "2020-01-03",
		"20200103":                        "2020-01-03",
		"2020/1/3":                        "2020-01-03",
		"Fri, 03 Jan 2020 10:00:00 GMT":   "2020-01-03",
		"January 3rd, 2020":               "2020-01-03",
		"3 Jan. 2020, 10:15 am":           "2020-01-03",
		"0535 GMT April 12, 2021":         "2021-04-12",
		"Sept. 5, 1978":                   "1978-09-05",
		"the 5th of September 1978":       "1978-09-05",
		"March 1987":                      "1987-03",
		"25/12/2009":                      "2009-12-25",
		"12/25/2009":                      "2009-12-25",
		"04/05/2009":                      "", // April or May
		"05.05.2009":                      "2009-05-05",
		"February 30, 2011":               "",
		"Tuesday":                         "",
		"3 May":                           "",
		"":                                "",
		"1987-03-02T10:44:46":             "1987-03-02",
		"Published on 3 January 2020":     "2020-01-03",
		"no date, but 1,999 men and 2001": "",
	} {
		if got := isoDate(in); got != want {
			t.Errorf("isoDate(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSamples(t *testing.T) {
	n := 0
	for raw, err := range article.Read(t.Context(), []string{"../../samples"}, nil) {
		if err != nil {
			t.Error(err)
			continue
		}
		n++
		page, err := Article(raw)
		if err != nil {
			t.Error(err)
			continue
		}
		if page.Title == "" || page.Source == "" || page.PublishedAt == "" && !dateline.MatchString(page.Text) {
			t.Errorf("%s:%d: title %q, source %q, published %q", raw.Path, raw.Line, page.Title, page.Source, page.PublishedAt)
		}
		lower := strings.ToLower(page.Text)
		for _, furniture := range []string{"captcha", "subscribe", "newsletter", "cookie", "share", "related", "comment", "rights reserved", "generated", "<p", "©"} {
			if i := strings.Index(lower, furniture); i >= 0 && furniture != "share" && furniture != "comment" {
				t.Errorf("%s:%d: %q in the text", raw.Path, raw.Line, furniture)
			}
		}
		if paragraphs := strings.Count(page.Text, "\n\n") + 1; paragraphs < 4 {
			t.Errorf("%s:%d: %d paragraphs", raw.Path, raw.Line, paragraphs)
		}
		again(t, raw, page)
		inPage(t, raw, page)
	}
	if n < 24 {
		t.Errorf("%d samples, want at least 24", n)
	}
}

// again checks that cleaning twice is cleaning once.
func again(t *testing.T, raw article.Raw, page Page) {
	t.Helper()
	twice, err := Article(article.Raw{Text: page.Text, Title: page.Title, URL: page.URL, Source: page.Source, PublishedAt: page.PublishedAt})
	if err != nil || twice != page {
		t.Errorf("%s:%d: cleaned twice\n%+q\ncleaned once\n%+q\n%v", raw.Path, raw.Line, twice, page, err)
	}
}

// inPage checks that each word of a text article is a word of its page, in order.
func inPage(t *testing.T, raw article.Raw, page Page) {
	t.Helper()
	rest := collapse(raw.Text)
	if raw.HTML != "" {
		return
	}
	for paragraph := range strings.SplitSeq(page.Text, "\n\n") {
		for word := range strings.FieldsSeq(paragraph) {
			i := strings.Index(rest, word)
			if i < 0 {
				t.Fatalf("%q is not in the page, or not in order", word)
			}
			rest = rest[i+len(word):]
		}
	}
}

// The laws on any text: cleaning twice is cleaning once, no word is made up,
// and a refusal says why.
func FuzzArticle(f *testing.F) {
	f.Add("", "Ministers meet\n\n"+para+"\n\nSubscribe", "")
	f.Add("T", "# *Ministers meet*\n"+para+"\nshare\nit\n---\n**Northgate Post**", "")
	f.Add("", para+"\nRelated\nOne\nTwo\n"+para2, "2020")
	f.Add("", "* a\n* b *\n> c\n**d\ne**", "May 2020")
	f.Add("", "the\nof\nand\nto\nthat\nPlease enter\nyour name\nhere", "")
	f.Fuzz(func(t *testing.T, title, text, day string) {
		if strings.ToValidUTF8(text+title+day, "") != text+title+day {
			t.Skip("article.Read gives valid UTF-8 only")
		}
		raw := article.Raw{Title: title, Text: text, PublishedAt: day}
		page, err := Article(raw)
		if err != nil {
			var bad *article.Rejected
			if !errors.As(err, &bad) || bad.Reason == "" {
				t.Fatalf("error %v is no refusal", err)
			}
			return
		}
		again(t, raw, page)
		inPage(t, raw, page)
	})
}

// The laws on pages that break off anywhere or lack their middle: a page has
// text or is refused, and cleaning twice is cleaning once.
func TestBrokenPages(t *testing.T) {
	for raw, err := range article.Read(t.Context(), []string{"../../samples"}, nil) {
		if err != nil || raw.HTML == "" {
			continue
		}
		for cut := 0; cut < len(raw.HTML); cut += len(raw.HTML)/15 + 1 {
			for _, page := range []string{raw.HTML[:cut], raw.HTML[:cut/2] + raw.HTML[cut:]} {
				got, err := Article(article.Raw{Path: raw.Path, HTML: strings.ToValidUTF8(page, "")})
				var bad *article.Rejected
				switch {
				case err == nil:
					again(t, raw, got)
				case !errors.As(err, &bad):
					t.Errorf("%s cut at %d: %v is no refusal", raw.Path, cut, err)
				}
			}
		}
	}
}

func BenchmarkArticle(b *testing.B) {
	raw := article.Raw{Text: "Ministers meet\n\n" + strings.Repeat(para+"\n\n"+para2+"\n\n", 10) + "Subscribe\n\nMore Articles"}
	b.SetBytes(int64(len(raw.Text)))
	for b.Loop() {
		if _, err := Article(raw); err != nil {
			b.Fatal(err)
		}
	}
}
