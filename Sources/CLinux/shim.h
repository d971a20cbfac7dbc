// glibc shows it only under _GNU_SOURCE, which Swift's Glibc module does not define.
extern int renameat2(int old_directory, const char *old_path, int new_directory,
                     const char *new_path, unsigned int flags);
#define CHANGEBOOK_RENAME_EXCHANGE (1u << 1)

// Not part of Swift's Glibc module.
#include <malloc.h>
