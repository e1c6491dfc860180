"""The projects that are built to measure the time: made up, and the same ones each time."""

import datetime
import hashlib
import os
import subprocess

here = os.path.dirname(os.path.abspath(__file__))

WORDS = (
    "river bridge council letter market harbour winter teacher station window garden paper ministry street morning "
    "village engine mountain library doctor kitchen orchard signal committee journal harvest carpenter weather lantern "
    "museum railway island speaker meadow archive captain festival convoy hospital police border airport square crowd "
    "soldier witness curfew troops alliance adviser"
).split()


class Random:
    """A generator of its own, because the sequences of Python's may differ between versions."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def word(self):
        return WORDS[self.below(len(WORDS))]

    def words(self, count):
        return " ".join(self.word() for _ in range(count))

    def sentence(self):
        text = self.words(8 + self.below(9))
        return text[0].upper() + text[1:] + "."


def write(folder, path, text):
    with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
        file.write(text)


def settings(folder, text):
    os.makedirs(os.path.join(folder, "Content/sources"))
    os.makedirs(os.path.join(folder, "seeds"))
    write(folder, "sitegen.yaml", text)


def notes(folder, count):
    """Plain notes with front matter, headings, lists, quotations, code and links; about 3.7 KB each."""
    settings(folder, "title: Many notes\nlanguage: en\n")
    os.rmdir(os.path.join(folder, "Content/sources"))
    subprocess.run(
        ["awk", "-v", "count=%d" % count, "-v", "folder=" + os.path.join(folder, "Content"),
         "-f", os.path.join(here, "notes.awk")], check=True)


def evidence(folder, sources, claims, questions, topics=None):
    """Reports with numbers, a card for each, and topics with questions that each have claims / questions answers. Every
    claim quotes a sentence of its own."""
    random = Random(7)
    topics = topics or max(1, questions // 50)
    settings(
        folder, "title: Much evidence\nlanguage: en\nbase_url: https://example.org/\nlicence: CC-BY-4.0\n"
        "publisher: Benchmark\nquotations: {longest: 300, share: 90%}\n")
    write(folder, "Content/index.md", "---\ntitle: Home\nsummary: A large site.\n---\nHome.\n")
    for topic in range(topics):
        own = range(topic, questions, topics)
        text = "---\ntitle: Topic %s\nsummary: What is known of the %s.\nupdated: 2024-05-07\nquestions:\n" % (
            letters(topic), WORDS[topic % len(WORDS)])
        for question in own:
            place = WORDS[question % len(WORDS)] + " " + letters(question)
            text += (
                "  q-%d:\n    asks: How many people were counted at the %s?\n    label: Counted at the %s\n"
                "    unit: people\n    counts: %s\n" % (
                    question, place, place, ("cumulative", "event", "stock")[question % 3]))
        text += "---\n\n"
        for question in own[:20]:
            text += "Several people wrote about it. The current answer is [](question:q-%d) people.\n\n" % question
        write(folder, "Content/topic-%d.md" % topic, text)
    speakers = 40
    kinds = ("government", "police", "civil-society", "witness", "intergovernmental")
    write(folder, "Content/speakers.yaml", "".join(
        "speaker-%d:\n  name: Office of the %s %s\n  kind: %s\n" % (
            number, WORDS[number % len(WORDS)], letters(number), kinds[number % 5]) for number in range(speakers)))
    first_day = datetime.date(2022, 1, 1)
    for source in range(sources):
        day = first_day + datetime.timedelta(days=source * 730 // sources)
        title = "Report from the %s %s" % (WORDS[source % len(WORDS)], letters(source))
        outlet = "The %s Journal" % WORDS[source % 7].capitalize()
        seed, card = ["%s. %s, %s." % (title, outlet, written(day))], []
        for claim in range(claims * source // sources, claims * (source + 1) // sources):
            question = claim % questions
            number = 10 + question * 37 % 900 + (0, 0, 0, 1, 5, 10, 20)[random.below(7)]
            sentence = "At the %s %s %s, %d people were counted by the %s near the %s." % (
                WORDS[question % len(WORDS)], random.words(3), letters(claim), number, random.word(), random.word())
            seed += [sentence, random.sentence()]
            speaker = "report" if claim % 7 == 0 else "speaker-%d" % random.below(speakers)
            card.append(
                "  - question: q-%d\n    id: c%d\n    answer: %d\n    said_by: %s\n    quote: \"%s\"\n" % (
                    question, claim, number, speaker, sentence)
                + ("    happened: %s\n" % day if claim % 3 == 0 else ""))
        text = paragraphs(seed)
        write(folder, "seeds/%05d.txt" % source, text)
        write(folder, "Content/sources/%s-source-%d.md" % (day, source),
              "---\nseed: %05d.txt\nsha256: %s\ntitle: %s\noutlet: %s\npublished: %s\n"
              "published_basis: stated\nrecorded: %s\nfidelity: original\nclaims:\n%s---\n\nA made-up report.\n" % (
                  source, hashlib.sha256(text.encode()).hexdigest(), title, outlet, day, day + datetime.timedelta(days=3), "".join(card)))


def document(folder, megabytes, quotations):
    """One long report with quotations at equal distances."""
    random = Random(3)
    questions = 20
    settings(folder, "title: A long report\nlanguage: en\nquotations: {longest: 300, share: 90%%}\n"
             "limits: {text_file: %d}\n" % (megabytes + 2))
    write(folder, "Content/index.md", "---\ntitle: Home\n---\nHome.\n")
    write(folder, "Content/topic.md", "---\ntitle: Topic\nquestions:\n" + "".join(
        "  q-%s:\n    asks: How many people were counted at the %s?\n    label: Counted at the %s\n    unit: people\n"
        "    counts: event\n" % ((WORDS[number],) * 3) for number in range(questions)) + "---\n\nText.\n")
    day = datetime.date(2024, 1, 1)
    size, seed, claims, length = megabytes * 1000000, ["A long report. %s." % written(day)], [], 0
    while length < size:
        number = len(claims)
        if number < quotations and length >= size * number // quotations:
            sentence = "At the %s %s, %d people were counted by the %s." % (
                WORDS[number % questions], random.words(5) + " " + letters(number), 100 + number, random.word())
            claims.append(
                "  - question: q-%s\n    id: c%d\n    answer: %d\n    said_by: report\n    quote: \"%s\"\n" % (
                    WORDS[number % questions], number, 100 + number, sentence))
        else:
            sentence = random.sentence()
        seed.append(sentence)
        length += len(sentence) + 1
    text = paragraphs(seed)
    write(folder, "seeds/long.txt", text)
    write(folder, "Content/sources/long.md",
          "---\nseed: long.txt\nsha256: %s\ntitle: A long report\npublished: %s\npublished_basis: stated\n"
          "recorded: 2024-01-02\nfidelity: original\nclaims:\n%s---\n\nA made-up report.\n" % (
              hashlib.sha256(text.encode()).hexdigest(), day, "".join(claims)))


def paragraphs(sentences):
    return "\n\n".join(" ".join(sentences[at:at + 8]) for at in range(0, len(sentences), 8)) + "\n"


def written(day):
    return "%d %s %d" % (day.day, day.strftime("%B"), day.year)


def letters(number):
    """A name for a number without digits, which would be numbers in the text."""
    name = ""
    while True:
        name += chr(ord("a") + number % 26)
        number //= 26
        if number == 0:
            return "z" + name + "z"


def size(folder):
    """The number of files below a folder, and their bytes."""
    count = total = 0
    for at, _, names in os.walk(folder):
        for name in names:
            count += 1
            total += os.lstat(os.path.join(at, name)).st_size
    return count, total
