// An entry of the list of embedded files. It has no include guard because it is included once for each file.
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
