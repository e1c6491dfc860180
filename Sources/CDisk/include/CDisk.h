#ifndef SITEGEN_CDISK_H
#define SITEGEN_CDISK_H

/// Exchanges two names, each in an open folder, in one step. Returns 0, or the errno:
/// ENOSYS, EINVAL or ENOTSUP where the system or the file system cannot.
int cdisk_exchange(int folder, const char *name, int other_folder, const char *other_name);

/// Renames, and never replaces what has the new name. Returns 0, or the errno: EEXIST
/// where something has it.
int cdisk_move(int folder, const char *name, int new_folder, const char *new_name);

/// Waits until everything written to the file system of an open file is on the disk.
/// Returns 0, or the errno.
int cdisk_sync(int file);

/// Whether the system reports all changes in a folder: 1, or 0 where another machine may
/// make them; below 0 the negative errno.
int cdisk_reports_changes(const char *folder);

/// Runs a program without a shell, with files as its three streams, in the environment of
/// this process, and waits for it. Returns 0 and sets `status` to its exit status or to the
/// number of the signal that ended it; or returns the errno: ETIMEDOUT where it took too
/// long and was killed.
int cdisk_run(const char *program, char *const arguments[], const char *input,
              const char *output, const char *errors, int milliseconds, int *status);

#endif
