#!/usr/bin/env python3
"""Has ICU and num2words spell numbers in each language, and checks that sitegen reads each spelling back as the same
number: alone, as an answer, and in a sentence; with and without the soft hyphens that ICU writes in some languages.
Spellings by num2words that ICU reads as another number, or that left-out.tsv lists, are counted and not read.

  oracle.py READNUMBERS [SHARE]      SHARE: read one spelling in so many, by default all of them

A number that is not read fails, unless exceptions.tsv lists it. A part of a number, or another number, always fails, and
so does an exception that is read correctly."""
import random, re, subprocess, sys
from pathlib import Path

import icu, num2words

HERE = Path(__file__).parent
SEED, RANDOM = 2022, 2000
# The converters of num2words for each language; it has none for Chinese.
CONVERTERS = {"en": ["en"], "de": ["de"], "es": ["es"], "fr": ["fr", "fr_BE", "fr_CH"], "it": ["it"],
              "pt": ["pt", "pt_BR"], "ru": ["ru"], "uk": ["uk"], "kk": ["kz"], "tr": ["tr"], "ar": ["ar"],
              "fa": ["fa"], "zh": []}


def table(name, fields):
    rows = [line.split("\t") for line in (HERE / name).read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]
    for row in rows:
        assert len(row) == fields, f"{name}: a line must have {fields} fields: {row}"
    return rows


def numbers():
    """0 to 9,999, round numbers to a billion, and random numbers, which are the same in every run."""
    choose = random.Random(SEED)
    round_ones = {digit * 10**power for power in range(4, 10) for digit in range(1, 10)}
    return (list(range(10_000)) + sorted(n for n in round_ones if n <= 10**9)
            + [choose.randrange(10_000, 10**9) for _ in range(RANDOM)])


def spellings(language):
    """The distinct spellings of all numbers by all rule sets for cardinal numbers: genders, cases, styles."""
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
    names = [rules.getRuleSetName(index) for index in range(rules.getNumberOfRuleSetNames())]
    names = [name for name in names if "cardinal" in name or name == "%spellout-numbering"]
    assert names, f"ICU has no cardinal numbers for {language}"
    found = {}
    for name in names:
        rules.setDefaultRuleSet(name)
        for number in numbers():
            found[number, rules.format(number)] = None
    return names, list(found)


def sample(items, share):
    """One item in so many, the same in every run."""
    return items if share == 1 else random.Random(SEED).sample(items, len(items) // share)


def second_spellings(language, first, share):
    """The spellings of numbers by num2words, without those of ICU, and the number of those that are left out."""
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
    wrong = [re.compile(pattern) for code, pattern, _ in table("left-out.tsv", 3) if code == language]
    found, first, left_out = {}, set(first), 0
    for name in CONVERTERS[language]:
        convert = num2words.CONVERTER_CLASSES[name].to_cardinal
        genders = [{"case": case, "gender": gender} for case in "ngdaip" for gender in "mfn"] if name == "ru" else [{}]
        for number in sample(numbers(), share):
            for options in genders:
                spelling = convert(number, **options)
                if (number, spelling) in first or (number, spelling) in found:
                    continue
                position = icu.ParsePosition()
                value = rules.parse(spelling, position)
                is_other = position.getIndex() == len(spelling) and value is not None and str(value) != str(number)
                if is_other or any(pattern.fullmatch(spelling) for pattern in wrong):
                    left_out += 1
                else:
                    found[number, spelling] = None
    return list(found), left_out


def read(program, lines):
    done = subprocess.run([program], input="".join(line + "\n" for line in lines), capture_output=True, text=True,
                          encoding="utf-8", check=True)
    answers = done.stdout.split("\n")[:-1]
    assert len(answers) == len(lines), f"{len(lines)} texts were given, but {len(answers)} were read"
    return answers


def check(program, language, sentence, found, oracle, exceptions, used):
    """Reads the spellings back, prints counts and the first misreadings, and returns their number and that of readings."""
    texts = []
    for number, spelling in found:
        for spelled in {spelling: None, spelling.replace("\u00ad", ""): None}:
            texts.append((number, "answer", spelled, spelled))
            texts.append((number, "sentence", spelled, sentence.replace("{}", spelled)))
    answers = read(program, [f"{language}\t{form}\t{text}" for _, form, _, text in texts])
    right, excused, wrong = {"answer": 0, "sentence": 0}, 0, []
    for (number, form, spelled, text), answer in zip(texts, answers):
        is_right = answer.replace(",", "") == str(number)
        listed = [index for index, entry in enumerate(exceptions)
                  if entry[0] == language and entry[1] == form and entry[2].fullmatch(spelled)]
        used.update(listed)
        if is_right and listed:
            wrong.append(f"{text}: {number} is read correctly, but exceptions.tsv lists it")
        elif is_right:
            right[form] += 1
        elif listed and answer in ("", f"not understood: {spelled}"):
            excused += 1
        else:
            wrong.append(f"{text}: {number} is read as '{answer}' ({form})")
    print(f"{language}: {len(found)} spellings ({oracle}); right: {right['answer']} as an answer, "
          f"{right['sentence']} in a sentence; {excused} exceptions, {len(wrong)} wrong", flush=True)
    for line in wrong[:20]:
        print("  " + line)
    return len(wrong), len(texts)


def main():
    program, share = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sentences = dict(table("sentences.tsv", 2))
    exceptions = [(language, form, re.compile(pattern), reason)
                  for language, form, pattern, reason in table("exceptions.tsv", 4)]
    used, failures, total = set(), 0, 0
    for language, sentence in sentences.items():
        names, first = spellings(language)
        second, left_out = second_spellings(language, first, share)
        oracles = [(f"ICU, {len(names)} rule sets", sample(first, share))]
        if CONVERTERS[language]:
            oracles.append((f"num2words, {left_out} left out", second))
        for oracle, found in oracles:
            wrong, count = check(program, language, sentence, found, oracle, exceptions, used)
            failures += wrong
            total += count
    if share == 1:
        for index in set(range(len(exceptions))) - used:
            print(f"exceptions.tsv lists {exceptions[index][2].pattern}, which neither oracle writes")
            failures += 1
    if failures or not total:
        sys.exit(f"{failures} of {total} numbers are not read as they should be")


main()
