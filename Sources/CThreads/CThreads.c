#define _GNU_SOURCE
#include "CThreads.h"

#include <pthread.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#if defined(__linux__)
#include <sched.h>
#include <sys/syscall.h>
#endif

enum { MOST_THREADS = 64 };

struct work {
  atomic_long next;
  long count;
  void (*body)(void *context, long index);
  void *context;
};

static void *take_part(void *argument) {
  struct work *work = argument;
  for (long index; (index = atomic_fetch_add(&work->next, 1)) < work->count;) work->body(work->context, index);
  return NULL;
}

static long number_of_cores(void) {
#if defined(__linux__)
  // The cores that this process may use, which can be fewer than there are.
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof cores, &cores) == 0) return CPU_COUNT(&cores);
#endif
  return sysconf(_SC_NPROCESSORS_ONLN);
}

void cthreads_perform(long count, void (*body)(void *context, long index), void *context) {
  struct work work = {0, count, body, context};
  pthread_t threads[MOST_THREADS];
  long others = number_of_cores() - 1;
  if (others > count - 1) others = count - 1;
  if (others > MOST_THREADS) others = MOST_THREADS;
  long started = 0;
  while (started < others && pthread_create(&threads[started], NULL, take_part, &work) == 0) started++;
  take_part(&work);
  while (started > 0) pthread_join(threads[--started], NULL);
}

static int64_t nanoseconds(clockid_t clock) {
  struct timespec time;
  if (clock_gettime(clock, &time) != 0) return 0;
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int64_t cthreads_wall_nanoseconds(void) { return nanoseconds(CLOCK_MONOTONIC); }
int64_t cthreads_process_nanoseconds(void) { return nanoseconds(CLOCK_PROCESS_CPUTIME_ID); }
int64_t cthreads_thread_nanoseconds(void) { return nanoseconds(CLOCK_THREAD_CPUTIME_ID); }

int64_t cthreads_peak_memory(void) {
  struct rusage usage;
  if (getrusage(RUSAGE_SELF, &usage) != 0) return 0;
#if defined(__APPLE__)
  return usage.ru_maxrss;
#else
  return (int64_t)usage.ru_maxrss * 1024;
#endif
}

uint64_t cthreads_thread_id(void) {
#if defined(__linux__)
  return (uint64_t)syscall(SYS_gettid);
#else
  uint64_t number = 0;
  pthread_threadid_np(NULL, &number);
  return number;
#endif
}
