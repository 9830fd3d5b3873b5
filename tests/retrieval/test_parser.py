from retrieval.parser import above, below, is_verb, parsed


def test_each_word_has_its_place() -> None:
    text = "“Ek’s dogs don’t bite,” she said."
    assert [one.place.of(text) for one in parsed(text)] == [one.text for one in parsed(text)]
    assert "".join(one.text for one in parsed(text)) == text.replace(" ", "")


def test_where_and_when_it_was_written_is_no_part_of_a_sentence() -> None:
    text = "SELIN, Nov. 19 (Andes) - The director stepped down."
    tree = parsed(text)
    assert [one.place.of(text) for one in tree] == ["The", "director", "stepped", "down", "."]
    assert [one.text for one in tree if one.role == "ROOT"] == ["stepped"]


def test_what_was_done_to_a_noun_has_no_object() -> None:
    tree = parsed("Its information minister, Alain Toure, accused Qatar of dealing with terrorists behind its back.")
    words = [one.text for one in tree]
    minister, accused = words.index("minister"), words.index("accused")
    assert (tree[accused].tag, tree[accused].role, tree[accused].head) == ("VBD", "ROOT", accused)
    assert (tree[accused].first, tree[accused].last) == (0, len(tree) - 1)
    assert below(tree, accused, "nsubj") == [minister]
    assert (
        " ".join(words[tree[minister].first : tree[minister].last + 1]) == "Its information minister , Alain Toure ,"
    )


def test_words_hang_on_each_other() -> None:
    tree = parsed("The court jailed the mayor of Selin.")
    words = [one.text for one in tree]
    court, jailed, selin = (words.index(word) for word in ("court", "jailed", "Selin"))
    assert [words[n] for n in above(tree, selin)] == ["Selin", "of", "mayor", "jailed"]
    assert below(tree, jailed, "nsubj") == [court]
    assert below(tree, jailed, "nsubjpass", "agent") == []
    assert [one.text for one in tree if is_verb(one)] == ["jailed"]


def test_a_past_tense_is_no_adjective() -> None:
    tree = parsed("Linklater informed Rendall, who wrote to the museum of Wellington.")
    words = [one.text for one in tree]
    informed, rendall = words.index("informed"), words.index("Rendall")
    assert (tree[informed].role, tree[informed].first, tree[informed].last) == ("ROOT", 0, len(tree) - 1)
    assert below(tree, informed, "nsubj") == [words.index("Linklater")]
    assert below(tree, informed, "dobj") == [rendall]
    assert below(tree, rendall, "relcl") == [words.index("wrote")]


def test_a_name_belongs_to_the_title_before_it() -> None:
    tree = parsed("An association of neighbours led by the architect Marta Ferluga had fought the plan in court.")
    words = [one.text for one in tree]
    architect = words.index("architect")
    assert below(tree, architect, "appos") == [words.index("Ferluga")]
    assert " ".join(words[tree[architect].first : tree[architect].last + 1]) == "the architect Marta Ferluga"
    assert below(tree, words.index("association"), "appos") == []
