// floor CONTENT FRAME REST OUT: writes the site that sitegen makes of plain notes, byte for byte, and does nothing else:
// no checks, no messages, no templates, no old site. It shows how little work the files themselves need.
//
// It reads the notes in the folder CONTENT, parses them with cmark, puts them into FRAME (a page with the markers
// {{title}}, {{description}} and {{content}}), copies the files of REST (all pages that are not notes), hashes every file,
// and makes the search index and the record. It knows only what Benchmarks/notes.awk writes: front matter with a title and a
// summary, headings without markup, and the letters of Latin-1.
#define _GNU_SOURCE
#include <cmark.h>
#include <dirent.h>
#include <fcntl.h>
#include <openssl/sha.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void fail(const char *what) {
  perror(what);
  exit(1);
}

// Bytes that grow.

struct bytes {
  char *at;
  size_t count, space;
};

static char *room(struct bytes *bytes, size_t count) {
  if (bytes->count + count > bytes->space) {
    bytes->space = (bytes->count + count) * 2;
    if ((bytes->at = realloc(bytes->at, bytes->space)) == NULL) fail("memory");
  }
  return bytes->at + bytes->count;
}

static void add(struct bytes *bytes, const char *text, size_t count) {
  memcpy(room(bytes, count), text, count);
  bytes->count += count;
}

static void add_text(struct bytes *bytes, const char *text) { add(bytes, text, strlen(text)); }

static void add_number(struct bytes *bytes, long number, int base) {
  char digits[32];
  int at = sizeof digits;
  do {
    digits[--at] = "0123456789abcdefghijklmnopqrstuvwxyz"[number % base];
    number /= base;
  } while (number > 0);
  add(bytes, digits + at, sizeof digits - at);
}

static void add_escaped(struct bytes *bytes, const char *text, size_t count) {
  for (size_t index = 0; index < count; index++) {
    switch (text[index]) {
      case '&': add_text(bytes, "&amp;"); break;
      case '<': add_text(bytes, "&lt;"); break;
      case '>': add_text(bytes, "&gt;"); break;
      case '"': add_text(bytes, "&quot;"); break;
      default: add(bytes, text + index, 1);
    }
  }
}

// Memory for cmark, one block for each thread, which is emptied after each note.

enum { BLOCK = 64 << 20 };
static _Thread_local char *block;
static _Thread_local size_t block_used;

static void *take(size_t count, size_t size) {
  size_t bytes = (count * size + 8 + 15) & ~(size_t)15;
  if (block_used + bytes > BLOCK) fail("a note is too large");
  char *found = block + block_used;
  block_used += bytes;
  *(size_t *)found = bytes - 8;
  return memset(found + 8, 0, bytes - 8);
}

static void *take_more(void *old, size_t size) {
  if (old == NULL) return take(1, size);
  size_t before = ((size_t *)old)[-1];
  return before >= size ? old : memcpy(take(1, size), old, before);
}

static void keep(void *pointer) { (void)pointer; }

static cmark_mem memory = {take, take_more, keep};

// Files.

struct file {
  char *path;
  size_t bytes;
  unsigned char hash[SHA256_DIGEST_LENGTH];
};

static int output;

static void read_file(int folder, const char *path, struct bytes *into) {
  int file = openat(folder, path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) fail(path);
  into->count = 0;
  room(into, status.st_size + 1);
  for (ssize_t count; (count = read(file, into->at + into->count, into->space - into->count - 1)) > 0;) into->count += count;
  close(file);
  into->at[into->count] = 0;
}

static struct file write_file(const char *path, const struct bytes *bytes) {
  int file = openat(output, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0 || write(file, bytes->at, bytes->count) != (ssize_t)bytes->count || close(file) != 0) fail(path);
  struct file written = {strdup(path), bytes->count, {0}};
  SHA256((const unsigned char *)bytes->at, bytes->count, written.hash);
  return written;
}

static void add_hash(struct bytes *bytes, const unsigned char *hash, int count) {
  for (int index = 0; index < count; index++) {
    add(bytes, &"0123456789abcdef"[hash[index] >> 4], 1);
    add(bytes, &"0123456789abcdef"[hash[index] & 15], 1);
  }
}

// Notes: each gives a page, and a search entry for its title and for each heading.

struct entry {
  char *title, *address;
  struct bytes text;
};

struct note {
  char *name;
  struct entry *entries;
  int entry_count;
  struct file page;
};

static struct note *notes;
static int note_count;
static atomic_int next_note;
static int content;
static struct bytes frame;

static struct entry *add_entry(struct note *note, const char *title, const char *address) {
  note->entries = realloc(note->entries, (note->entry_count + 1) * sizeof *note->entries);
  struct entry *entry = &note->entries[note->entry_count++];
  *entry = (struct entry){strdup(title), strdup(address), {0}};
  return entry;
}

// The text of a node as sitegen's search has it: one space between blocks.
static void add_plain_text(struct bytes *text, cmark_node *node) {
  cmark_iter *iterator = cmark_iter_new(node);
  for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node *inner = cmark_iter_get_node(iterator);
    switch (cmark_node_get_type(inner)) {
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE: add_text(text, cmark_node_get_literal(inner)); break;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK: add(text, " ", 1); break;
      case CMARK_NODE_PARAGRAPH:
      case CMARK_NODE_HEADING:
        if (text->count > 0 && text->at[text->count - 1] != ' ') add(text, " ", 1);
        break;
      default: break;
    }
  }
  cmark_iter_free(iterator);
}

static void make_anchor(struct bytes *anchor, const struct note *note, const char *page, const char *title) {
  anchor->count = 0;
  int needs_hyphen = 0;
  for (const unsigned char *at = (const unsigned char *)title; *at; at++) {
    int is_kept = *at >= 0x80 || (*at >= '0' && *at <= '9') || ((*at | 32) >= 'a' && (*at | 32) <= 'z');
    if (is_kept && needs_hyphen && anchor->count > 0) add(anchor, "-", 1);
    needs_hyphen = !is_kept;
    char lower = *at >= 'A' && *at <= 'Z' ? *at | 32 : *at;
    if (is_kept) add(anchor, &lower, 1);
  }
  // A repeated anchor gets a number.
  size_t base = anchor->count;
  for (int number = 1;;) {
    add(anchor, "", 1);
    int is_used = 0;
    for (int index = 1; index < note->entry_count; index++) {
      is_used |= strcmp(note->entries[index].address + strlen(page) + 1, anchor->at) == 0;
    }
    if (!is_used) break;
    anchor->count = base;
    add(anchor, "-", 1);
    add_number(anchor, ++number, 10);
  }
  anchor->count--;
}

// Makes a heading an HTML block with an anchor.
static void replace_heading(cmark_node *heading, const char *title, const char *anchor) {
  struct bytes html = {0};
  char level[2] = {(char)('0' + cmark_node_get_heading_level(heading)), 0};
  const char *parts[] = {"<h", level, " id=\"", anchor, "\">", title, " <a class=\"anchor\" href=\"#", anchor,
                         "\" aria-label=\"Link to “", title, "”\">#</a></h", level, ">"};
  for (size_t index = 0; index < sizeof parts / sizeof *parts; index++) add_text(&html, parts[index]);
  add(&html, "", 1);
  cmark_node *replacement = cmark_node_new_with_mem(CMARK_NODE_HTML_BLOCK, &memory);
  cmark_node_set_literal(replacement, html.at);
  cmark_node_replace(heading, replacement);
  free(html.at);
}

static void change_links(cmark_node *document) {
  cmark_iter *iterator = cmark_iter_new(document);
  for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
    cmark_node *node = cmark_iter_get_node(iterator);
    if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_LINK) continue;
    const char *address = cmark_node_get_url(node);
    char changed[1024];
    snprintf(changed, sizeof changed, "%.*shtml", (int)strlen(address) - 2, address);
    cmark_node_set_url(node, changed);
  }
  cmark_iter_free(iterator);
}

// The value of a line of front matter, ended with a zero; the place moves to the next line.
static char *front_matter(char **at) {
  char *value = strstr(*at, ": ") + 2;
  char *end = strchr(value, '\n');
  *end = 0;
  *at = end + 1;
  return value;
}

static void make_note(struct note *note, struct bytes *source, struct bytes *page, struct bytes *anchor) {
  read_file(content, note->name, source);
  char *at = source->at;
  char *title = front_matter(&at), *summary = front_matter(&at);
  at = strchr(at, '\n') + 1;
  char address[1024];
  snprintf(address, sizeof address, "%.*shtml", (int)strlen(note->name) - 2, note->name);
  add_entry(note, title, address);

  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
  cmark_parser_feed(parser, at, source->at + source->count - at);
  cmark_node *document = cmark_parser_finish(parser);
  for (cmark_node *node = cmark_node_first_child(document), *next; node != NULL; node = next) {
    next = cmark_node_next(node);
    if (cmark_node_get_type(node) != CMARK_NODE_HEADING) {
      add_plain_text(&note->entries[note->entry_count - 1].text, node);
      continue;
    }
    struct bytes heading = {0};
    add_plain_text(&heading, node);
    add(&heading, "", 1);
    make_anchor(anchor, note, address, heading.at);
    anchor->at[anchor->count] = 0;
    char place[2048];
    snprintf(place, sizeof place, "%s#%s", address, anchor->at);
    add_entry(note, heading.at, place);
    replace_heading(node, heading.at, anchor->at);
    free(heading.at);
  }
  if (strcmp(note->name, "index.md") == 0) {
    block_used = 0;
    return;
  }
  change_links(document);
  char *html = cmark_render_html(document, CMARK_OPT_UNSAFE);

  page->count = 0;
  for (char *from = frame.at, *marker; from != NULL; from = marker) {
    marker = strstr(from, "{{");
    add(page, from, marker == NULL ? frame.at + frame.count - from : marker - from);
    if (marker == NULL) break;
    if (strncmp(marker, "{{title}}", 9) == 0) add_escaped(page, title, strlen(title));
    if (strncmp(marker, "{{description}}", 15) == 0) add_escaped(page, summary, strlen(summary));
    if (strncmp(marker, "{{content}}", 11) == 0) add_text(page, html);
    marker = strstr(marker, "}}") + 2;
  }
  note->page = write_file(address, page);
  block_used = 0;
}

static void *make_notes(void *unused) {
  if ((block = malloc(BLOCK)) == NULL) fail("memory");
  struct bytes source = {0}, page = {0}, anchor = {0};
  for (int index; (index = atomic_fetch_add(&next_note, 1)) < note_count;) make_note(&notes[index], &source, &page, &anchor);
  return unused;
}

// The search index.

struct word {
  char *text;
  struct bytes postings;  // of int
};

static struct word *words;
static int word_count, slot_count = 1 << 12;
static int *slots;

static unsigned slot_of(const char *text, size_t count) {
  unsigned long hash = 0xCBF29CE484222325;
  for (size_t index = 0; index < count; index++) hash = (hash ^ (unsigned char)text[index]) * 0x100000001B3;
  unsigned slot = (hash ^ (hash >> 32)) & (slot_count - 1);
  while (slots[slot] >= 0 && (strncmp(words[slots[slot]].text, text, count) != 0 || words[slots[slot]].text[count] != 0)) {
    slot = (slot + 1) & (slot_count - 1);
  }
  return slot;
}

static void count_word(const char *text, size_t count, int value) {
  if (word_count * 2 >= slot_count || slots == NULL) {
    if (slots != NULL) slot_count *= 2;
    slots = realloc(slots, slot_count * sizeof *slots);
    words = realloc(words, slot_count * sizeof *words);
    memset(slots, 0xFF, slot_count * sizeof *slots);
    for (int word = 0; word < word_count; word++) slots[slot_of(words[word].text, strlen(words[word].text))] = word;
  }
  unsigned slot = slot_of(text, count);
  if (slots[slot] < 0) {
    slots[slot] = word_count;
    words[word_count++] = (struct word){strndup(text, count), {0}};
  }
  struct bytes *postings = &words[slots[slot]].postings;
  if (postings->count > 0 && ((int *)(postings->at + postings->count))[-1] >> 1 == value >> 1) return;
  add(postings, (char *)&value, sizeof value);
}

static void count_words(const char *text, size_t size, int value) {
  // The letters of Latin-1 from U+00E0 on, without their accents.
  static const char plain[] = "aaaaaa?ceeeeiiii?nooooo??uuuuy?y";
  char word[64];
  size_t count = 0;
  for (size_t index = 0; index <= size; index++) {
    unsigned char byte = index < size ? text[index] : ' ';
    char letter = 0;
    if (byte == 0xC3) {
      letter = plain[(text[++index] & 0x3F) % 32];
    } else if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z')) {
      letter = byte;
    } else if (byte >= 'A' && byte <= 'Z') {
      letter = byte | 32;
    }
    if (letter != 0 && count < 32) word[count++] = letter;
    if (letter == 0 && count > 0) {
      count_word(word, count, value);
      count = 0;
    }
  }
}

static int by_text(const void *first, const void *second) {
  return strcmp(((const struct word *)first)->text, ((const struct word *)second)->text);
}

// A list of pieces: the files with the words or the entries, and what the index says of them.
struct pieces {
  const char *name;
  const char *open, *close;
  size_t most;
  struct bytes file;
  size_t items;  // bytes of the items in the file
  struct bytes firsts, versions;
  int count;
};

static struct file *files;
static int file_count;

static void end_piece(struct pieces *pieces) {
  add_text(&pieces->file, pieces->close);
  add_text(&pieces->file, ")\n");
  char path[64];
  snprintf(path, sizeof path, "search/%s-%d.js", pieces->name, pieces->count++);
  struct file file = write_file(path, &pieces->file);
  add_text(&pieces->versions, pieces->count > 1 ? ",\n    \"" : "\n    \"");
  add_hash(&pieces->versions, file.hash, 5);
  add_text(&pieces->versions, "\"");
  files[file_count++] = file;
  pieces->file.count = 0;
}

static void add_item(struct pieces *pieces, const struct bytes *item, const char *first) {
  if (pieces->file.count > 0 && pieces->items + item->count < pieces->most) {
    add_text(&pieces->file, ",\n");
    pieces->items += 2;
  } else {
    if (pieces->file.count > 0) end_piece(pieces);
    add_text(&pieces->file, "sitegenSearch.");
    add_text(&pieces->file, pieces->name);
    add_text(&pieces->file, "(");
    add_number(&pieces->file, pieces->count, 10);
    add_text(&pieces->file, ",");
    add_text(&pieces->file, pieces->open);
    add_text(&pieces->firsts, pieces->firsts.count > 0 ? ",\n    " : "\n    ");
    add_text(&pieces->firsts, first);
    pieces->items = 0;
  }
  add(&pieces->file, item->at, item->count);
  pieces->items += item->count;
}

static void add_list(struct bytes *json, const char *name, const struct bytes *items) {
  add_text(json, ",\n  \"");
  add_text(json, name);
  add_text(json, "\": [");
  add(json, items->at, items->count);
  add_text(json, items->count > 0 ? "\n  ]" : "]");
}

static void make_search(void) {
  struct pieces entry_pieces = {"entries", "[", "]", 8000, {0}, 0, {0}, {0}, 0};
  struct pieces word_pieces = {"words", "{", "}", 24000, {0}, 0, {0}, {0}, 0};
  struct bytes item = {0}, common = {0};
  int number = 0;
  for (int index = 0; index < note_count; index++) {
    for (int part = 0; part < notes[index].entry_count; part++, number++) {
      struct entry *entry = &notes[index].entries[part];
      count_words(entry->title, strlen(entry->title), number * 2 + 1);
      count_words(entry->text.at, entry->text.count, number * 2);
      item.count = 0;
      add_text(&item, "[2, \"");
      add_text(&item, entry->title);
      add_text(&item, "\", \"");
      add_text(&item, entry->address);
      add_text(&item, "\", \"");
      add(&item, entry->text.at, entry->text.count);
      add_text(&item, "\"]");
      char first[16];
      snprintf(first, sizeof first, "%d", number);
      add_item(&entry_pieces, &item, first);
    }
  }
  end_piece(&entry_pieces);
  qsort(words, word_count, sizeof *words, by_text);
  size_t limit = number / 2 > 400 ? number / 2 : 400;
  for (int index = 0; index < word_count; index++) {
    size_t count = words[index].postings.count / sizeof(int);
    char quoted[80];
    snprintf(quoted, sizeof quoted, "\"%s\"", words[index].text);
    if (count > limit) {
      add_text(&common, common.count > 0 ? ",\n    " : "\n    ");
      add_text(&common, quoted);
      continue;
    }
    item.count = 0;
    add_text(&item, quoted);
    add_text(&item, ":\"");
    for (size_t at = 0, before = 0; at < count; at++) {
      int value = ((int *)words[index].postings.at)[at];
      if (at > 0) add(&item, " ", 1);
      add_number(&item, value - before, 36);
      before = value;
    }
    add_text(&item, "\"");
    add_item(&word_pieces, &item, quoted);
  }
  end_piece(&word_pieces);
  struct bytes json = {0};
  add_text(&json, "sitegenSearch.index({\n  \"entries\": ");
  add_number(&json, number, 10);
  add_list(&json, "common", &common);
  add_list(&json, "words", &word_pieces.firsts);
  add_list(&json, "pieces", &entry_pieces.firsts);
  add_list(&json, "word_versions", &word_pieces.versions);
  add_list(&json, "piece_versions", &entry_pieces.versions);
  add_text(&json, "\n})\n");
  files[file_count++] = write_file("search/index.js", &json);
}

static void copy_rest(int folder, const char *path) {
  int inner = openat(folder, path[0] ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *list = fdopendir(inner);
  if (list == NULL) fail(path);
  struct bytes bytes = {0};
  for (struct dirent *found; (found = readdir(list)) != NULL;) {
    if (found->d_name[0] == '.') continue;
    char name[1024];
    snprintf(name, sizeof name, "%s%s%s", path, path[0] ? "/" : "", found->d_name);
    if (found->d_type == DT_DIR) {
      if (mkdirat(output, name, 0777) != 0) fail(name);
      copy_rest(folder, name);
    } else {
      read_file(folder, name, &bytes);
      files[file_count++] = write_file(name, &bytes);
    }
  }
  closedir(list);
}

static int by_name(const void *first, const void *second) {
  return strcmp(((const struct note *)first)->name, ((const struct note *)second)->name);
}

static int by_path(const void *first, const void *second) {
  return strcmp(((const struct file *)first)->path, ((const struct file *)second)->path);
}

int main(int count, char **arguments) {
  if (count != 5) return 64;
  content = open(arguments[1], O_RDONLY | O_DIRECTORY);
  int rest = open(arguments[3], O_RDONLY | O_DIRECTORY);
  if (mkdir(arguments[4], 0777) != 0) fail(arguments[4]);
  output = open(arguments[4], O_RDONLY | O_DIRECTORY);
  if (content < 0 || rest < 0 || output < 0) fail("folders");
  if (mkdirat(output, "search", 0777) != 0) fail("search");
  read_file(AT_FDCWD, arguments[2], &frame);

  struct dirent **names;
  int found = scandir(arguments[1], &names, NULL, NULL);
  notes = calloc(found, sizeof *notes);
  for (int index = 0; index < found; index++) {
    if (names[index]->d_name[0] != '.') notes[note_count++].name = names[index]->d_name;
  }
  qsort(notes, note_count, sizeof *notes, by_name);
  // Pages, pieces of the search (at most one for each note and one for each word), and the rest.
  files = calloc(note_count * 8 + 10000, sizeof *files);

  pthread_t threads[63];
  int others = (int)sysconf(_SC_NPROCESSORS_ONLN) - 1;
  for (int index = 0; index < others && index < 63; index++) pthread_create(&threads[index], NULL, make_notes, NULL);
  make_notes(NULL);
  for (int index = 0; index < others && index < 63; index++) pthread_join(threads[index], NULL);
  for (int index = 0; index < note_count; index++) {
    if (notes[index].page.path != NULL) files[file_count++] = notes[index].page;
  }
  make_search();
  copy_rest(rest, "");

  qsort(files, file_count, sizeof *files, by_path);
  struct bytes record = {0};
  add_text(&record, "{\n  \"format\": 1,\n  \"generator\": \"sitegen\",\n  \"files\": [");
  for (int index = 0; index < file_count; index++) {
    add_text(&record, index > 0 ? ",\n    {\"path\": \"" : "\n    {\"path\": \"");
    add_text(&record, files[index].path);
    add_text(&record, "\", \"bytes\": ");
    add_number(&record, files[index].bytes, 10);
    add_text(&record, ", \"sha256\": \"");
    add_hash(&record, files[index].hash, SHA256_DIGEST_LENGTH);
    add_text(&record, "\"}");
  }
  add_text(&record, "\n  ]\n}\n");
  write_file("sitegen.json", &record);
}
