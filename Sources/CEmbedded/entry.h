// One entry in the list of embedded files. Included once for each file, so it has no include guard.
{
    EMBEDDED,
    (const unsigned char[]){
#embed EMBEDDED
    },
    sizeof((const unsigned char[]){
#embed EMBEDDED
    }),
},
#undef EMBEDDED
