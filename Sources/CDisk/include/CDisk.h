#ifndef SITEGEN_CDISK_H
#define SITEGEN_CDISK_H

/// Exchanges two paths in one step. Returns 0, or the errno: ENOSYS or EINVAL
/// where the system or the file system cannot.
int cdisk_exchange(const char *first, const char *second);

#endif
