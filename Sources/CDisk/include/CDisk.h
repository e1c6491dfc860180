#ifndef SITEGEN_CDISK_H
#define SITEGEN_CDISK_H

/// Exchanges two names, each in an open folder, in one step. Returns 0, or the errno:
/// ENOSYS, EINVAL or ENOTSUP if the system or the file system does not support it.
int cdisk_exchange(int folder, const char *name, int other_folder, const char *other_name);

/// Renames a file or folder without replacing another. Returns 0, or the errno, which is
/// EEXIST if the new name exists.
int cdisk_move(int folder, const char *name, int new_folder, const char *new_name);

/// Waits until everything written to the file system of an open file is on the disk.
/// Returns 0, or the errno.
int cdisk_sync(int file);

/// Whether the system reports all changes in a folder: 1 if it does, 0 if it does not (a
/// file system that other machines or programs change), or the negative errno.
int cdisk_reports_changes(const char *folder);

/// Runs a program without a shell, with files as its three streams, and waits for it. The
/// arguments and the environment end with a null pointer. Returns 0 and sets `status` to its exit status or to the
/// number of the signal that ended it. Otherwise returns the errno: ETIMEDOUT if the
/// program took too long and was killed.
int cdisk_run(const char *program, char *const arguments[], char *const environment[],
              const char *input, const char *output, const char *errors, int milliseconds,
              int *status);

#endif
