#define _GNU_SOURCE
#include "CDisk.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <sys/stdio.h>
#else
#include <fcntl.h>
#endif

int cdisk_exchange(const char *first, const char *second) {
#if defined(__APPLE__)
  return renamex_np(first, second, RENAME_SWAP) == 0 ? 0 : errno;
#elif defined(RENAME_EXCHANGE)
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0 ? 0 : errno;
#else
  return ENOSYS;
#endif
}

int cdisk_move(const char *from, const char *to) {
  int failure = ENOSYS;
#if defined(__APPLE__)
  failure = renamex_np(from, to, RENAME_EXCL) == 0 ? 0 : errno;
#elif defined(RENAME_NOREPLACE)
  failure = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0 ? 0 : errno;
#endif
  if (failure != ENOSYS && failure != EINVAL && failure != ENOTSUP) return failure;
  // The file system cannot: what is there is looked at first, under sitegen's own lock.
  struct stat there;
  if (lstat(to, &there) == 0) return EEXIST;
  return rename(from, to) == 0 ? 0 : errno;
}

int cdisk_sync(int file) {
#if defined(__linux__)
  return syncfs(file) == 0 ? 0 : errno;
#else
  sync();
  return fsync(file) == 0 ? 0 : errno;
#endif
}
