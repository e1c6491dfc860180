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
#include <sys/vfs.h>
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

int cdisk_tells_changes(const char *folder) {
#if defined(__linux__)
  struct statfs status;
  if (statfs(folder, &status) != 0) return 1;
  switch ((unsigned int)status.f_type) {
  case 0x6969:      // NFS
  case 0x517B:      // SMB
  case 0xFF534D42:  // CIFS
  case 0xFE534D42:  // SMB 2 and 3
  case 0x01021997:  // 9P
  case 0x65735546:  // FUSE
  case 0x786F4256:  // VirtualBox
  case 0x5346414F:  // AFS
  case 0x00C36400:  // Ceph
    return 0;
  default:
    return 1;
  }
#else
  (void)folder;
  return 1;
#endif
}
