// faults: runs a program, and lists or disturbs the system calls with which it uses the files below a folder.
//
//   faults FOLDER LOG list PROGRAM ARGUMENT...
//       writes a line 'call<TAB>path' for each call
//   faults FOLDER LOG CALL PATH COUNT ACTION PROGRAM ARGUMENT...
//       disturbs the COUNT-th CALL on PATH and writes 'reached' if there was such a call
//
// ACTION is an error number, with which the call fails; 'short', which halves the number of bytes to read or write; or
// 'kill-before' or 'kill-after', which ends the program as kill -9 does. Paths are relative to FOLDER; its parents are
// '..', '../..' and so on. The standard streams are 'stdin', 'stdout' and 'stderr'. All threads and child processes are
// traced. A seccomp filter stops the program only at the calls that are wanted, so that all others cost nothing. Exits with
// the status of the program, or with 128 and the number of the signal that ended it.

#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

// Values of `folder` and `path` in place of the position of an argument.
enum { CURRENT = -1, NONE = -2 };

struct call {
  long number;
  const char *name;
  // The positions of the arguments: a folder or an open file, a path in that folder, and the same for a second path.
  int folder, path, second_folder, second_path;
};

#define AT(name) {SYS_##name, #name, 0, 1, NONE, NONE}
#define FD(name) {SYS_##name, #name, 0, NONE, NONE, NONE}
#define PATH(name) {SYS_##name, #name, CURRENT, 0, NONE, NONE}

static const struct call calls[] = {
    AT(openat), AT(openat2), AT(mkdirat), AT(unlinkat), AT(newfstatat), AT(statx), AT(faccessat), AT(faccessat2),
    AT(readlinkat), AT(fchmodat), AT(utimensat), AT(execveat),
    FD(read), FD(pread64), FD(readv), FD(write), FD(pwrite64), FD(writev), FD(close), FD(fstat), FD(getdents64),
    FD(fsync), FD(fdatasync), FD(syncfs), FD(ftruncate), FD(fallocate), FD(fchmod), FD(fchown), FD(flock), FD(fstatfs),
    FD(copy_file_range), FD(sendfile), FD(lseek),
    PATH(statfs), PATH(truncate), PATH(chdir),
    {SYS_mmap, "mmap", 4, NONE, NONE, NONE},
    {SYS_linkat, "linkat", 0, 1, 2, 3},
    {SYS_renameat2, "renameat2", 0, 1, 2, 3},
#ifdef SYS_renameat
    {SYS_renameat, "renameat", 0, 1, 2, 3},
#endif
    {SYS_symlinkat, "symlinkat", 1, 2, NONE, NONE},
#ifdef SYS_open  // Newer architectures do not have the calls without a folder.
    PATH(open), PATH(creat), PATH(stat), PATH(lstat), PATH(access), PATH(readlink), PATH(mkdir), PATH(rmdir), PATH(unlink),
    PATH(chmod), FD(getdents),
    {SYS_rename, "rename", CURRENT, 0, CURRENT, 1},
    {SYS_link, "link", CURRENT, 0, CURRENT, 1},
    {SYS_symlink, "symlink", CURRENT, 1, NONE, NONE},
#endif
};

static const char *root;
static FILE *listing;

static struct {
  const char *call, *path;
  long count;
  enum { LIST, FAIL, SHORT, KILL_BEFORE, KILL_AFTER } action;
  int error;
} wanted;

// The thread whose call is being disturbed; 0 if there is none.
static pid_t disturbed;
static int reached;

static void stop(const char *why) {
  fprintf(stderr, "faults: %s: %s\n", why, strerror(errno));
  exit(125);
}

// Registers: the only part that depends on the architecture.

#if defined(__x86_64__)
static void set(pid_t thread, size_t offset, long value) { ptrace(PTRACE_POKEUSER, thread, (void *)offset, (void *)value); }
static void skip_call(pid_t thread) { set(thread, offsetof(struct user_regs_struct, orig_rax), -1); }
static void set_result(pid_t thread, long value) { set(thread, offsetof(struct user_regs_struct, rax), value); }
static void set_third_argument(pid_t thread, long value) { set(thread, offsetof(struct user_regs_struct, rdx), value); }
#elif defined(__aarch64__)
static void set_register(pid_t thread, int number, long value) {
  struct user_regs_struct registers;
  struct iovec all = {&registers, sizeof registers};
  ptrace(PTRACE_GETREGSET, thread, NT_PRSTATUS, &all);
  registers.regs[number] = (unsigned long long)value;
  ptrace(PTRACE_SETREGSET, thread, NT_PRSTATUS, &all);
}
static void skip_call(pid_t thread) {
  int none = -1;
  struct iovec number = {&none, sizeof none};
  ptrace(PTRACE_SETREGSET, thread, NT_ARM_SYSTEM_CALL, &number);
}
static void set_result(pid_t thread, long value) { set_register(thread, 0, value); }
static void set_third_argument(pid_t thread, long value) { set_register(thread, 2, value); }
#else
#error "faults.c knows the registers of x86_64 and aarch64 only"
#endif

static const struct call *call_with(unsigned long long number) {
  for (size_t index = 0; index < sizeof calls / sizeof calls[0]; index++)
    if ((unsigned long long)calls[index].number == number) return &calls[index];
  return NULL;
}

// Reads up to the end of a page at a time, because the next page may not be there.
static void read_text(pid_t thread, unsigned long long address, char *text, size_t size) {
  enum { PAGE = 4096 };
  size_t done = 0;
  while (done + 1 < size) {
    size_t most = PAGE - (address + done) % PAGE;
    if (most > size - 1 - done) most = size - 1 - done;
    struct iovec here = {text + done, most}, there = {(void *)(address + done), most};
    ssize_t count = process_vm_readv(thread, &here, 1, &there, 1, 0);
    if (count <= 0) break;
    if (memchr(text + done, 0, (size_t)count) != NULL) return;
    done += (size_t)count;
  }
  text[done] = 0;
}

static void read_link(const char *link, char *target, size_t size) {
  ssize_t count = readlink(link, target, size - 1);
  target[count < 0 ? 0 : count] = 0;
}

// The absolute path that a call means; empty if it means no file.
static void absolute(pid_t thread, const unsigned long long *arguments, int folder, int path, char *found, size_t size) {
  char name[PATH_MAX] = "", link[64], base[PATH_MAX];
  if (path != NONE && arguments[path] != 0) read_text(thread, arguments[path], name, sizeof name);
  if (name[0] == '/') {
    snprintf(found, size, "%s", name);
    return;
  }
  int open_folder = folder == CURRENT ? AT_FDCWD : (int)arguments[folder];
  if (open_folder == AT_FDCWD) snprintf(link, sizeof link, "/proc/%d/cwd", thread);
  else snprintf(link, sizeof link, "/proc/%d/fd/%d", thread, open_folder);
  read_link(link, base, sizeof base);
  snprintf(found, size, strcmp(name, "") == 0 || strcmp(name, ".") == 0 ? "%s" : "%s/%s", base, name);
}

// Rewrites an absolute path relative to the root; 0 if it is neither below the root nor one of the root's parents.
static int relative(const char *path, char *shown, size_t size) {
  size_t length = strlen(path), whole = strlen(root);
  if (length == 0) return 0;
  if (strncmp(path, root, whole) == 0 && (path[whole] == '/' || path[whole] == 0)) {
    snprintf(shown, size, "%s", path[whole] == 0 ? "." : path + whole + 1);
    return 1;
  }
  if (length == 1 && path[0] == '/') length = 0;
  if (length >= whole || strncmp(root, path, length) != 0 || root[length] != '/') return 0;
  shown[0] = 0;
  for (const char *at = root + length; *at != 0; at++)
    if (*at == '/') strncat(shown, shown[0] == 0 ? ".." : "/..", size - strlen(shown) - 1);
  return 1;
}

// The files that a call means, in the form of the log; 0 if they are none of ours.
static int describe(pid_t thread, const struct call *call, const unsigned long long *arguments, char *shown, size_t size) {
  static const char *const streams[] = {"stdin", "stdout", "stderr"};
  char path[2 * PATH_MAX], second[2 * PATH_MAX] = "";
  if (call->path == NONE && (int)arguments[call->folder] >= 0 && arguments[call->folder] <= 2 && call->number != SYS_mmap) {
    snprintf(shown, size, "%s", streams[arguments[call->folder]]);
    return 1;
  }
  absolute(thread, arguments, call->folder, call->path, path, sizeof path);
  if (!relative(path, shown, size)) return 0;
  if (call->second_path == NONE) return 1;
  absolute(thread, arguments, call->second_folder, call->second_path, path, sizeof path);
  if (!relative(path, second, sizeof second)) snprintf(second, sizeof second, "%s", path);
  strncat(shown, " -> ", size - strlen(shown) - 1);
  strncat(shown, second, size - strlen(shown) - 1);
  return 1;
}

static void begin(pid_t thread, pid_t process, const struct __ptrace_syscall_info *info) {
  if (reached) return;
  char shown[4 * PATH_MAX];
  const unsigned long long *arguments = (const unsigned long long *)info->seccomp.args;
  const struct call *call = call_with(info->seccomp.nr);
  if (call == NULL || !describe(thread, call, arguments, shown, sizeof shown)) return;
  if (wanted.action == LIST) {
    fprintf(listing, "%s\t%s\n", call->name, shown);
    return;
  }
  if (strcmp(call->name, wanted.call) != 0 || strcmp(shown, wanted.path) != 0 || --wanted.count != 0) return;
  reached = 1;
  disturbed = thread;
  switch (wanted.action) {
  // A file is closed even if closing it reports an error.
  case FAIL: if (call->number != SYS_close) skip_call(thread); break;
  case SHORT: set_third_argument(thread, (long)(arguments[2] + 1) / 2); break;
  case KILL_BEFORE:
    skip_call(thread);
    kill(process, SIGKILL);
    break;
  default: break;
  }
}

static void end(pid_t thread, pid_t process) {
  disturbed = 0;
  if (wanted.action == FAIL) set_result(thread, -wanted.error);
  if (wanted.action == KILL_AFTER) kill(process, SIGKILL);
}

// Stops this process, and the program that it will run, at the calls that are wanted, and at no others.
static void stop_at_calls(void) {
  enum { COUNT = sizeof calls / sizeof calls[0] };
  struct sock_filter filter[2 * COUNT + 2];
  size_t length = 0;
  filter[length++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
  for (size_t index = 0; index < COUNT; index++) {
    if (wanted.action != LIST && strcmp(calls[index].name, wanted.call) != 0) continue;
    filter[length++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)calls[index].number, 0, 1);
    filter[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE);
  }
  filter[length++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  struct sock_fprog program = {(unsigned short)length, filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
    stop("seccomp");
}

static int trace(pid_t process) {
  int result = 125, is_first = 1, status;
  pid_t thread;
  while ((thread = waitpid(-1, &status, __WALL)) > 0 || errno == EINTR) {
    if (thread < 0) continue;
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      if (thread == process) result = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      continue;
    }
    if (is_first) {
      ptrace(PTRACE_SETOPTIONS, thread, NULL,
             PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
                 PTRACE_O_EXITKILL);
      is_first = 0;
    }
    int signal = WSTOPSIG(status);
    if (status >> 8 == (SIGTRAP | PTRACE_EVENT_SECCOMP << 8)) {
      struct __ptrace_syscall_info info;
      if (ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info) > 0) begin(thread, process, &info);
      signal = 0;
    } else if (signal == (SIGTRAP | 0x80)) {
      if (thread == disturbed) end(thread, process);
      signal = 0;
    } else if (signal == SIGTRAP || signal == SIGSTOP) {
      signal = 0;  // A stop of ptrace itself: a new thread, or the start of the program.
    }
    // Only the call that is being disturbed stops once more, when it ends.
    ptrace(thread == disturbed ? PTRACE_SYSCALL : PTRACE_CONT, thread, NULL, signal);
  }
  return result;
}

int main(int count, char **arguments) {
  if (count < 5) {
    fprintf(stderr, "usage: faults FOLDER LOG (list | CALL PATH COUNT ACTION) PROGRAM ARGUMENT...\n");
    return 64;
  }
  root = arguments[1];
  listing = fopen(arguments[2], "we");
  if (listing == NULL) stop(arguments[2]);
  char **program = arguments + 4;
  if (strcmp(arguments[3], "list") != 0) {
    if (count < 8) return 64;
    const char *action = arguments[6];
    wanted.call = arguments[3];
    wanted.path = arguments[4];
    wanted.count = atol(arguments[5]);
    wanted.error = atoi(action);
    wanted.action = strcmp(action, "short") == 0         ? SHORT
                    : strcmp(action, "kill-before") == 0 ? KILL_BEFORE
                    : strcmp(action, "kill-after") == 0  ? KILL_AFTER
                                                         : FAIL;
    program = arguments + 7;
  }
  pid_t process = fork();
  if (process < 0) stop("fork");
  if (process == 0) {
    ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    raise(SIGSTOP);
    stop_at_calls();
    execvp(program[0], program);
    stop(program[0]);
  }
  int result = trace(process);
  if (reached) fprintf(listing, "reached\n");
  fclose(listing);
  return result;
}
