// measure FILE SECONDS COMMAND...: runs a command and writes to FILE its exit status, its wall, user and system time in
// seconds and its peak memory in bytes, with those of all processes that it waited for. A command that takes longer than
// SECONDS is killed, with everything that it started, and has the status 124. Exits with the status of the command.
//
// Why a program: the peak memory of a process includes that of the one that started it, until it loads its own program.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t child;
static volatile sig_atomic_t is_late;

static void end(int signal_number) {
  is_late |= signal_number == SIGALRM;
  kill(-child, SIGKILL);
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **arguments) {
  if (count < 4) return 64;
  struct timeval start, stop;
  gettimeofday(&start, NULL);
  child = fork();
  if (child < 0) return 71;
  if (child == 0) {
    setpgid(0, 0);
    execvp(arguments[3], arguments + 3);
    perror(arguments[3]);
    _exit(127);
  }
  setpgid(child, child);
  signal(SIGALRM, end);
  signal(SIGTERM, end);
  signal(SIGINT, end);
  alarm((unsigned)atoi(arguments[2]));
  int status;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0) {
  }
  gettimeofday(&stop, NULL);
  int result = is_late ? 124 : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  FILE *file = fopen(arguments[1], "w");
  if (file == NULL) return 74;
#if defined(__APPLE__)
  long bytes = usage.ru_maxrss;
#else
  long bytes = usage.ru_maxrss * 1024;
#endif
  fprintf(file, "%d %.6f %.6f %.6f %ld\n", result, seconds(stop) - seconds(start), seconds(usage.ru_utime),
          seconds(usage.ru_stime), bytes);
  return fclose(file) == 0 ? result : 74;
}
