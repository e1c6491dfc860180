// measure FILE COMMAND...: runs a command and writes to FILE its wall, user and system time in seconds and its peak
// memory in MB. Exits with the status of the command.
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **arguments) {
  if (count < 3) return 64;
  struct timeval start, end;
  gettimeofday(&start, NULL);
  pid_t child = fork();
  if (child < 0) return 71;
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    perror(arguments[2]);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) < 0) return 71;
  gettimeofday(&end, NULL);
  FILE *file = fopen(arguments[1], "w");
  if (file == NULL) return 74;
#if defined(__APPLE__)
  double megabytes = (double)usage.ru_maxrss / 1048576;
#else
  double megabytes = (double)usage.ru_maxrss / 1024;
#endif
  fprintf(file, "%.2f %.2f %.2f %.0f\n", seconds(end) - seconds(start), seconds(usage.ru_utime),
          seconds(usage.ru_stime), megabytes);
  fclose(file);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
