#!/usr/bin/env python3
"""Has ICU spell numbers in each language, and checks that sitegen reads each spelling back as the same number: alone, as
an answer, and in a sentence; with and without the soft hyphens that ICU writes in some languages.

  oracle.py READNUMBERS [SHARE]      SHARE: read one spelling in so many, by default all of them

A number that is not read fails, unless exceptions.tsv lists it. A part of a number, or another number, always fails, and
so does an exception that is read correctly."""
import random, re, subprocess, sys
from pathlib import Path

import icu

HERE = Path(__file__).parent
SEED, RANDOM = 2022, 2000


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


def read(program, lines):
    done = subprocess.run([program], input="".join(line + "\n" for line in lines), capture_output=True, text=True,
                          encoding="utf-8", check=True)
    answers = done.stdout.split("\n")[:-1]
    assert len(answers) == len(lines), f"{len(lines)} texts were given, but {len(answers)} were read"
    return answers


def main():
    program, share = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sentences = dict(table("sentences.tsv", 2))
    exceptions = [(language, form, re.compile(pattern), reason)
                  for language, form, pattern, reason in table("exceptions.tsv", 4)]
    used, failures, total = set(), 0, 0
    for language, sentence in sentences.items():
        names, found = spellings(language)
        choose = random.Random(SEED)
        if share > 1:
            found = choose.sample(found, len(found) // share)
        texts = []
        for number, spelling in found:
            for spelled in {spelling: None, spelling.replace("\u00ad", ""): None}:
                texts.append((number, "answer", spelled, spelled))
                texts.append((number, "sentence", spelled, sentence.replace("{}", spelled)))
        answers = read(program, [f"{language}\t{form}\t{text}" for _, form, _, text in texts])
        right, excused, wrong = {"answer": 0, "sentence": 0}, 0, []
        for (number, form, spelled, text), answer in zip(texts, answers):
            isRight = answer.replace(",", "") == str(number)
            listed = [index for index, entry in enumerate(exceptions)
                      if entry[0] == language and entry[1] == form and entry[2].fullmatch(spelled)]
            used.update(listed)
            if isRight and listed:
                wrong.append(f"{text}: {number} is read correctly, but exceptions.tsv lists it")
            elif isRight:
                right[form] += 1
            elif listed and answer in ("", f"not understood: {spelled}"):
                excused += 1
            else:
                wrong.append(f"{text}: {number} is read as '{answer}' ({form})")
        total += len(texts)
        failures += len(wrong)
        print(f"{language}: {len(names)} rule sets, {len(found)} spellings; right: {right['answer']} as an answer, "
              f"{right['sentence']} in a sentence; {excused} exceptions, {len(wrong)} wrong", flush=True)
        for line in wrong[:20]:
            print("  " + line)
    if share == 1:
        for index in set(range(len(exceptions))) - used:
            print(f"exceptions.tsv lists {exceptions[index][2].pattern}, which ICU does not write")
            failures += 1
    if failures or not total:
        sys.exit(f"{failures} of {total} numbers are not read as they should be")


main()
