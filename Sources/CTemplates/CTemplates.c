#include "CTemplates.h"

// Why C: the compiler reads a file into the binary with #embed and rebuilds
// when it changes; Swift has no such thing yet.

static const unsigned char strings_en[] = {
#embed "../../Templates/strings.en.yaml"
};

const struct ctemplates_file ctemplates_files[] = {
    {"strings.en.yaml", strings_en, sizeof strings_en},
};
const size_t ctemplates_count = sizeof ctemplates_files / sizeof ctemplates_files[0];
