/* SHA256_Init and the like are deprecated since OpenSSL 3.0; docs/decisions/002-sha-256.md says why they are used. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

/* Writes the 32 bytes of the SHA-256 of `count` bytes to `digest`. These calls fail for no input. */
static inline void sitegen_sha256(const void *bytes, size_t count, unsigned char *digest) {
  SHA256_CTX state;
  SHA256_Init(&state);
  SHA256_Update(&state, bytes, count);
  SHA256_Final(digest, &state);
}
