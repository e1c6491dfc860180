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

/// Whether a name in an open folder is the root of a mount: 1 if it is, 0 if it is not or the system does not say, or the
/// negative errno.
int cdisk_is_mount(int folder, const char *name);

/// Whether an attribute of a file or folder forbids that it is moved or removed (immutable, append-only): 1 if one does, 0
/// if none does or the system does not say, or the negative errno.
int cdisk_is_protected(int folder, const char *name);

/// Makes SIGINT, SIGTERM and SIGHUP end the process at once, with 128 plus the number of the signal as its exit status.
/// While signals are deferred, the first signal is only remembered, and the second one ends the process. A signal that
/// is ignored stays ignored.
void cdisk_end_on_signals(void);

void cdisk_defer_signals(int defers);

/// The signal that arrived while signals were deferred, or 0.
int cdisk_arrived_signal(void);

/// Runs a program without a shell, with files as its three streams, and waits for it. The
/// arguments and the environment end with a null pointer. `memory` is the most memory that the program may use, in
/// bytes, or 0 for no limit; systems other than Linux ignore it. Returns 0 and sets `status` to its exit status or to the
/// number of the signal that ended it. Otherwise returns the errno: ETIMEDOUT if the
/// program took too long and was killed, EINTR if it was killed because a signal arrived.
int cdisk_run(const char *program, char *const arguments[], char *const environment[],
              const char *input, const char *output, const char *errors, int milliseconds,
              long long memory, int *status);

#endif
