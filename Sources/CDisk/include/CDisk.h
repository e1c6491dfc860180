#ifndef SITEGEN_CDISK_H
#define SITEGEN_CDISK_H

/// Exchanges two paths in one step. Returns 0, or the errno: ENOSYS or EINVAL
/// where the system or the file system cannot.
int cdisk_exchange(const char *first, const char *second);

/// Renames, and never replaces what is at the new path. Returns 0, or the errno:
/// EEXIST where something is there.
int cdisk_move(const char *from, const char *to);

/// Waits until all that was written to the file system of an open file is on the
/// disk. Returns 0, or the errno.
int cdisk_sync(int file);

/// Whether the system is told of all changes in a folder: 0 where another machine
/// may make them.
int cdisk_tells_changes(const char *folder);

/// Runs a program without a shell, its three streams files, in the environment of this
/// process, and waits for it. Returns 0 and in `status` 0 where it ended well, else its exit
/// status or the number of a signal; or the errno: ETIMEDOUT where it took longer than it
/// may, and was ended.
int cdisk_run(const char *program, char *const arguments[], const char *input,
              const char *output, const char *errors, int milliseconds, int *status);

#endif
