// Every view of a page, described: each field with its name and one line of documentation (`explain TEMPLATE`).
#pragma once

#include "site/pages_of_agenda_described.h"
#include "site/pages_of_lists_described.h"
#include "site/pages_of_things_described.h"
#include "site/views_of_agenda_described.h"
#include "site/views_of_parts_described.h"
#include "site/views_of_places_described.h"
#include "site/views_of_portal_described.h"
#include "site/views_of_registration_described.h"
#include "site/views_of_writings_described.h"
