# Writes `count` notes into `folder`, the same ones each time. Each has about 3.7 KB, with headings, lists, emphasis,
# quotations, code and links to other notes, and no number that needs a source.

# Not rand(), because its numbers differ between implementations of awk.
function random(below) {
  state = (state * 1103 + 12345) % 2147483
  return int(state / 7) % below
}

function name(number,    text, rest) {
  text = ""
  rest = number
  # Without vowels, so that no name is a number word, such as "lac".
  do {
    text = substr("bcdfghjklmnpqrstvwxz", rest % 20 + 1, 1) text
    rest = int(rest / 20)
  } while (rest > 0)
  return "note-" text
}

function sentence(    text, length_, index_) {
  length_ = 8 + random(9)
  text = ""
  for (index_ = 0; index_ < length_; index_++) {
    word = words[random(total) + 1]
    style = random(40)
    if (style == 0) word = "*" word "*"
    else if (style == 1) word = "**" word "**"
    else if (style == 2) word = "`" word "`"
    text = text (index_ ? " " : "") word
  }
  return toupper(substr(text, 1, 1)) substr(text, 2) "."
}

function paragraph(    text, index_) {
  text = sentence()
  for (index_ = 0; index_ < 3; index_++) text = text " " sentence()
  return text
}

BEGIN {
  state = 2022
  total = split("river bridge council letter market harbour winter teacher station window garden paper ministry " \
    "street morning village engine mountain library doctor kitchen orchard signal committee journal harvest " \
    "carpenter weather lantern museum railway island speaker meadow archive captain festival naïve café übung", words, " ")
  for (number = 0; number < count; number++) {
    file = folder "/" name(number) ".md"
    printf "---\ntitle: %s\nsummary: %s\n---\n", "The " words[random(total) + 1] " of " name(number), "About a " words[random(total) + 1] " and a " words[random(total) + 1] >file
    for (part = 0; part < 3; part++) {
      printf "\n## %s %s\n\n%s\n\n%s\n\n", words[random(total) + 1], words[random(total) + 1], paragraph(), paragraph() >file
      for (item = 0; item < 3; item++) printf "- %s\n", sentence() >file
      printf "\n> %s\n\nSee [the %s](%s.md).\n", sentence(), words[random(total) + 1], name((number + 1 + part) % count) >file
    }
    close(file)
  }
  file = folder "/index.md"
  printf "---\ntitle: Notes\nsummary: Made up for a benchmark\n---\n\n%s\n", paragraph() >file
  close(file)
}
