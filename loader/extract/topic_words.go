package extract

// topicWords are the sections of topics.txt, which tells what each is for.
type topicWords struct {
	deal, put, result, outcome, present, dominate, agenda, regard, shell, arrangement, course,
	talk, aim, chance, contain, issue, attempt, field, form, vessel, circumstance, hope, remark set
}

func loadTopicWords() topicWords {
	s := wordSections(topicsFile)
	return topicWords{
		deal:         s["deal"],
		put:          s["put"],
		result:       s["result"],
		outcome:      s["outcome"],
		present:      s["present"],
		dominate:     s["dominate"],
		agenda:       s["agenda"],
		regard:       s["regard"],
		shell:        s["shell"],
		arrangement:  s["arrangement"],
		course:       s["course"],
		talk:         s["talk"],
		aim:          s["aim"],
		chance:       s["chance"],
		contain:      s["contain"],
		issue:        s["issue"],
		attempt:      s["attempt"],
		field:        s["field"],
		form:         s["form"],
		vessel:       s["vessel"],
		circumstance: s["circumstance"],
		hope:         s["hope"],
		remark:       s["remark"],
	}
}
