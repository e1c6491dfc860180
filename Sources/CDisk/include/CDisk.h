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

#endif
