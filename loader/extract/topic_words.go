package extract

// topicWords are the sections of topics.txt, which tells what each is for.
type topicWords struct {
	deal, result, outcome, present, dominate, agenda, regard, shell, arrangement, course,
	talk, aim, chance, attempt, field, form, vessel, circumstance, hope, remark set
}

func loadTopicWords() topicWords {
	s := wordSections(topicsFile)
	return topicWords{
		deal:         s["deal"],
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
		attempt:      s["attempt"],
		field:        s["field"],
		form:         s["form"],
		vessel:       s["vessel"],
		circumstance: s["circumstance"],
		hope:         s["hope"],
		remark:       s["remark"],
	}
}
