/* own_setting.h: one setting changed in the person's own settings file. */
#ifndef APP_OWN_SETTING_H
#define APP_OWN_SETTING_H

#include "app/session.h"

/*   value  NULL ptr: it is set no more
 *   fails  ERR_NOT_FOUND: no place for settings; ERR_INVALID, ERR_IO */
bool own_setting_change(const Session *s, Str name, Str value, Error *err);

#endif
