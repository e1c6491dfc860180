#include "CEmbedded.h"

// Written in C because the C compiler embeds a file in the program with #embed, and compiles again when the file changes.
// Swift has no such feature yet. A test compares this list with Templates/ and Sources/SiteGen/Quantities/Languages/.

static const unsigned char language_de[] = {
#embed "../SiteGen/Quantities/Languages/de.txt"
};
static const unsigned char language_en[] = {
#embed "../SiteGen/Quantities/Languages/en.txt"
};
static const unsigned char preview_page_js[] = {
#embed "../SiteGenPreview/page.js"
};
static const unsigned char a_z_mustache[] = {
#embed "../../Templates/a-z.mustache"
};
static const unsigned char agreement_mustache[] = {
#embed "../../Templates/agreement.mustache"
};
static const unsigned char also_mustache[] = {
#embed "../../Templates/also.mustache"
};
static const unsigned char answers_mustache[] = {
#embed "../../Templates/answers.mustache"
};
static const unsigned char assets_icon_svg[] = {
#embed "../../Templates/assets/icon.svg"
};
static const unsigned char assets_search_js[] = {
#embed "../../Templates/assets/search.js"
};
static const unsigned char assets_style_css[] = {
#embed "../../Templates/assets/style.css"
};
static const unsigned char brief_mustache[] = {
#embed "../../Templates/brief.mustache"
};
static const unsigned char card_mustache[] = {
#embed "../../Templates/card.mustache"
};
static const unsigned char change_mustache[] = {
#embed "../../Templates/change.mustache"
};
static const unsigned char citation_mustache[] = {
#embed "../../Templates/citation.mustache"
};
static const unsigned char cited_mustache[] = {
#embed "../../Templates/cited.mustache"
};
static const unsigned char corrections_mustache[] = {
#embed "../../Templates/corrections.mustache"
};
static const unsigned char data_mustache[] = {
#embed "../../Templates/data.mustache"
};
static const unsigned char disagreements_mustache[] = {
#embed "../../Templates/disagreements.mustache"
};
static const unsigned char embed_mustache[] = {
#embed "../../Templates/embed.mustache"
};
static const unsigned char figure_mustache[] = {
#embed "../../Templates/figure.mustache"
};
static const unsigned char heading_mustache[] = {
#embed "../../Templates/heading.mustache"
};
static const unsigned char index_mustache[] = {
#embed "../../Templates/index.mustache"
};
static const unsigned char layout_mustache[] = {
#embed "../../Templates/layout.mustache"
};
static const unsigned char methodology_mustache[] = {
#embed "../../Templates/methodology.mustache"
};
static const unsigned char not_found_mustache[] = {
#embed "../../Templates/not-found.mustache"
};
static const unsigned char note_mustache[] = {
#embed "../../Templates/note.mustache"
};
static const unsigned char passage_mustache[] = {
#embed "../../Templates/passage.mustache"
};
static const unsigned char question_answers_mustache[] = {
#embed "../../Templates/question-answers.mustache"
};
static const unsigned char question_body_mustache[] = {
#embed "../../Templates/question-body.mustache"
};
static const unsigned char question_content_mustache[] = {
#embed "../../Templates/question-content.mustache"
};
static const unsigned char question_mustache[] = {
#embed "../../Templates/question.mustache"
};
static const unsigned char remarks_mustache[] = {
#embed "../../Templates/remarks.mustache"
};
static const unsigned char search_mustache[] = {
#embed "../../Templates/search.mustache"
};
static const unsigned char source_mustache[] = {
#embed "../../Templates/source.mustache"
};
static const unsigned char sources_mustache[] = {
#embed "../../Templates/sources.mustache"
};
static const unsigned char speakers_mustache[] = {
#embed "../../Templates/speakers.mustache"
};
static const unsigned char strings_en_yaml[] = {
#embed "../../Templates/strings.en.yaml"
};
static const unsigned char strings_ru_yaml[] = {
#embed "../../Templates/strings.ru.yaml"
};
static const unsigned char timeline_mustache[] = {
#embed "../../Templates/timeline.mustache"
};
static const unsigned char topic_mustache[] = {
#embed "../../Templates/topic.mustache"
};
static const unsigned char unknowns_mustache[] = {
#embed "../../Templates/unknowns.mustache"
};
static const unsigned char updates_mustache[] = {
#embed "../../Templates/updates.mustache"
};
static const unsigned char words_mustache[] = {
#embed "../../Templates/words.mustache"
};

static const struct cembedded_file cembedded_files[] = {
    {"Languages/de.txt", language_de, sizeof language_de},
    {"Languages/en.txt", language_en, sizeof language_en},
    {"Preview/page.js", preview_page_js, sizeof preview_page_js},
    {"Templates/a-z.mustache", a_z_mustache, sizeof a_z_mustache},
    {"Templates/agreement.mustache", agreement_mustache, sizeof agreement_mustache},
    {"Templates/also.mustache", also_mustache, sizeof also_mustache},
    {"Templates/answers.mustache", answers_mustache, sizeof answers_mustache},
    {"Templates/assets/icon.svg", assets_icon_svg, sizeof assets_icon_svg},
    {"Templates/assets/search.js", assets_search_js, sizeof assets_search_js},
    {"Templates/assets/style.css", assets_style_css, sizeof assets_style_css},
    {"Templates/brief.mustache", brief_mustache, sizeof brief_mustache},
    {"Templates/card.mustache", card_mustache, sizeof card_mustache},
    {"Templates/change.mustache", change_mustache, sizeof change_mustache},
    {"Templates/citation.mustache", citation_mustache, sizeof citation_mustache},
    {"Templates/cited.mustache", cited_mustache, sizeof cited_mustache},
    {"Templates/corrections.mustache", corrections_mustache, sizeof corrections_mustache},
    {"Templates/data.mustache", data_mustache, sizeof data_mustache},
    {"Templates/disagreements.mustache", disagreements_mustache, sizeof disagreements_mustache},
    {"Templates/embed.mustache", embed_mustache, sizeof embed_mustache},
    {"Templates/figure.mustache", figure_mustache, sizeof figure_mustache},
    {"Templates/heading.mustache", heading_mustache, sizeof heading_mustache},
    {"Templates/index.mustache", index_mustache, sizeof index_mustache},
    {"Templates/layout.mustache", layout_mustache, sizeof layout_mustache},
    {"Templates/methodology.mustache", methodology_mustache, sizeof methodology_mustache},
    {"Templates/not-found.mustache", not_found_mustache, sizeof not_found_mustache},
    {"Templates/note.mustache", note_mustache, sizeof note_mustache},
    {"Templates/passage.mustache", passage_mustache, sizeof passage_mustache},
    {"Templates/question-answers.mustache", question_answers_mustache, sizeof question_answers_mustache},
    {"Templates/question-body.mustache", question_body_mustache, sizeof question_body_mustache},
    {"Templates/question-content.mustache", question_content_mustache, sizeof question_content_mustache},
    {"Templates/question.mustache", question_mustache, sizeof question_mustache},
    {"Templates/remarks.mustache", remarks_mustache, sizeof remarks_mustache},
    {"Templates/search.mustache", search_mustache, sizeof search_mustache},
    {"Templates/source.mustache", source_mustache, sizeof source_mustache},
    {"Templates/sources.mustache", sources_mustache, sizeof sources_mustache},
    {"Templates/speakers.mustache", speakers_mustache, sizeof speakers_mustache},
    {"Templates/strings.en.yaml", strings_en_yaml, sizeof strings_en_yaml},
    {"Templates/strings.ru.yaml", strings_ru_yaml, sizeof strings_ru_yaml},
    {"Templates/timeline.mustache", timeline_mustache, sizeof timeline_mustache},
    {"Templates/topic.mustache", topic_mustache, sizeof topic_mustache},
    {"Templates/unknowns.mustache", unknowns_mustache, sizeof unknowns_mustache},
    {"Templates/updates.mustache", updates_mustache, sizeof updates_mustache},
    {"Templates/words.mustache", words_mustache, sizeof words_mustache},
};
const size_t cembedded_count = sizeof cembedded_files / sizeof cembedded_files[0];

const struct cembedded_file *cembedded_file_at(size_t index) { return &cembedded_files[index]; }
