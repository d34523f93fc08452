/* offline.h: keeps libgit2's network half out of the program; see offline.c. */
#ifndef REPO_OFFLINE_H
#define REPO_OFFLINE_H

/* Does nothing: the call makes the linker take offline.o, and so its stand-ins,
 * before it looks into libgit2's archive. */
void offline_link(void);

#endif
