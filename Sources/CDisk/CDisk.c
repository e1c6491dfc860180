#define _GNU_SOURCE
#include "CDisk.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <sys/stdio.h>
#else
#include <sys/vfs.h>
#endif

int cdisk_exchange(int folder, const char *name, int other_folder, const char *other_name) {
#if defined(__APPLE__)
  return renameatx_np(folder, name, other_folder, other_name, RENAME_SWAP) == 0 ? 0 : errno;
#elif defined(RENAME_EXCHANGE)
  return renameat2(folder, name, other_folder, other_name, RENAME_EXCHANGE) == 0 ? 0 : errno;
#else
  return ENOSYS;
#endif
}

int cdisk_move(int folder, const char *name, int new_folder, const char *new_name) {
  int failure = ENOSYS;
#if defined(__APPLE__)
  failure = renameatx_np(folder, name, new_folder, new_name, RENAME_EXCL) == 0 ? 0 : errno;
#elif defined(RENAME_NOREPLACE)
  failure = renameat2(folder, name, new_folder, new_name, RENAME_NOREPLACE) == 0 ? 0 : errno;
#endif
  if (failure != ENOSYS && failure != EINVAL && failure != ENOTSUP) return failure;
  // The file system has no exclusive rename. Checking first is safe against other builds, because the caller holds
  // sitegen's lock.
  struct stat there;
  if (fstatat(new_folder, new_name, &there, AT_SYMLINK_NOFOLLOW) == 0) return EEXIST;
  if (errno != ENOENT) return errno;
  return renameat(folder, name, new_folder, new_name) == 0 ? 0 : errno;
}

int cdisk_sync(int file) {
#if defined(__linux__)
  return syncfs(file) == 0 ? 0 : errno;
#else
  sync();
  return fsync(file) == 0 ? 0 : errno;
#endif
}

int cdisk_is_mount(int folder, const char *name) {
#if defined(STATX_ATTR_MOUNT_ROOT)
  struct statx status;
  if (statx(folder, name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_BASIC_STATS, &status) != 0) return -errno;
  return (status.stx_attributes & status.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT) != 0;
#else
  (void)folder;
  (void)name;
  return 0;
#endif
}

int cdisk_is_protected(int folder, const char *name) {
#if defined(STATX_ATTR_IMMUTABLE)
  struct statx status;
  if (statx(folder, name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, 0, &status) != 0) return -errno;
  return (status.stx_attributes & status.stx_attributes_mask & (STATX_ATTR_IMMUTABLE | STATX_ATTR_APPEND)) != 0;
#elif defined(__APPLE__)
  struct stat status;
  if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return -errno;
  return (status.st_flags & (UF_IMMUTABLE | UF_APPEND | SF_IMMUTABLE | SF_APPEND)) != 0;
#else
  (void)folder;
  (void)name;
  return 0;
#endif
}

static atomic_int is_deferring, arrived;

static void on_signal(int number) {
  if (!atomic_load(&is_deferring) || atomic_exchange(&arrived, number) != 0) _exit(128 + number);
}

void cdisk_end_on_signals(void) {
  const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  for (int index = 0; index < 3; index += 1) {
    struct sigaction action;
    if (sigaction(numbers[index], NULL, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    sigemptyset(&action.sa_mask);
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    sigaction(numbers[index], &action, NULL);
  }
}

void cdisk_defer_signals(int defers) {
  atomic_store(&is_deferring, defers);
}

int cdisk_arrived_signal(void) {
  return atomic_load(&arrived);
}

static int start(pid_t *process, const char *program, char *const arguments[],
                 char *const environment[], const char *input, const char *output,
                 const char *errors) {
  posix_spawn_file_actions_t streams;
  posix_spawnattr_t attributes;
  int failure = posix_spawn_file_actions_init(&streams);
  if (failure != 0) return failure;
  failure = posix_spawnattr_init(&attributes);
  if (failure != 0) {
    posix_spawn_file_actions_destroy(&streams);
    return failure;
  }
  // This process ignores these signals; the program must not.
  sigset_t usual, none;
  sigemptyset(&none);
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  sigaddset(&usual, SIGXFSZ);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  int writing = O_WRONLY | O_CREAT | O_TRUNC;
  if ((failure = posix_spawn_file_actions_addopen(&streams, 0, input, O_RDONLY, 0)) == 0 &&
      (failure = posix_spawn_file_actions_addopen(&streams, 1, output, writing, 0600)) == 0 &&
      (failure = posix_spawn_file_actions_addopen(&streams, 2, errors, writing, 0600)) == 0)
    failure = posix_spawn(process, program, &streams, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&streams);
  return failure;
}

static long long milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int cdisk_run(const char *program, char *const arguments[], char *const environment[],
              const char *input, const char *output, const char *errors, int milliseconds,
              long long memory, int *status) {
  pid_t process;
  int failure = start(&process, program, arguments, environment, input, output, errors);
  if (failure != 0) return failure;
#if defined(__linux__)
  if (memory > 0) {
    struct rlimit limit = {(rlim_t)memory, (rlim_t)memory};
    prlimit(process, RLIMIT_AS, &limit, NULL);
  }
#else
  (void)memory;
#endif
  long long end = milliseconds_now() + milliseconds;
  struct timespec pause = {0, 2000000};
  int ended = 0;
  for (;;) {
    pid_t found = waitpid(process, &ended, WNOHANG);
    if (found == process) break;
    if (found < 0 && errno != EINTR) return errno;
    int is_late = milliseconds_now() >= end;
    if (is_late || cdisk_arrived_signal() != 0) {
      kill(process, SIGKILL);
      while (waitpid(process, &ended, 0) < 0 && errno == EINTR) {
      }
      return is_late ? ETIMEDOUT : EINTR;
    }
    nanosleep(&pause, NULL);
  }
  *status = WIFEXITED(ended) ? WEXITSTATUS(ended) : WTERMSIG(ended);
  return 0;
}

int cdisk_reports_changes(const char *folder) {
#if defined(__linux__)
  struct statfs status;
  if (statfs(folder, &status) != 0) return -errno;
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
