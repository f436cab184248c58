# What ctest runs besides the unit tests. Each check ends with a line `NAME: N passed, N failed`, that tests/run adds up.
#
# Labels, for `ctest -L`: `portal` needs what tests/run installs and the networks' portal; `campaign` does more when
# CENACLE_LONG=1 (tests/long); `fuzz` needs the build of the preset `fuzz`.
set(root ${CMAKE_SOURCE_DIR})

add_test(NAME laws COMMAND ${root}/tests/laws/run)
add_test(NAME laws/self-test COMMAND ${root}/tests/laws/self-test)

# What other people's calendar programs make of ours.
add_executable(calendar_samples calendars/samples.cpp)
target_link_libraries(calendar_samples PRIVATE cenacle_formats_ical)
add_test(NAME calendars/clients COMMAND ${root}/tests/calendars/check_samples $<TARGET_FILE:calendar_samples>)
set_tests_properties(calendars/clients PROPERTIES LABELS portal COST 300)

# Every mail of the theme, as other people's programs read it.
add_executable(letters mails/letters.cpp)
target_include_directories(letters PRIVATE . unit)
target_link_libraries(letters PRIVATE cenacle_mail cenacle_publish)
add_test(NAME mails COMMAND /usr/bin/python3 -B -m unittest discover -s tests/mails WORKING_DIRECTORY ${root})
set_tests_properties(mails PROPERTIES LABELS portal COST 300 ENVIRONMENT CENACLE_LETTERS=$<TARGET_FILE:letters>)

if(TARGET cenacle)
  add_test(NAME golden COMMAND ${root}/tests/golden/run $<TARGET_FILE:cenacle>)
  set_tests_properties(golden PROPERTIES PROCESSORS 2 COST 100)

  # The portal of the five networks, built once for the checks that look at it.
  set(portal ${CMAKE_BINARY_DIR}/portal)
  add_test(NAME portal/build COMMAND ${root}/tests/site/build-portal $<TARGET_FILE:cenacle> ${portal})
  set_tests_properties(portal/build PROPERTIES LABELS portal FIXTURES_SETUP portal COST 1000)
  foreach(check html links feeds)
    add_test(NAME portal/${check} COMMAND ${root}/tests/site/${check} ${portal})
  endforeach()
  # Every feed of every tree, by five calendar programs; by the slowest, a sample.
  add_test(NAME portal/calendars COMMAND ${root}/tests/calendars/read_all --sample 40 ${portal}/output)
  set_tests_properties(portal/calendars PROPERTIES LABELS "portal;campaign" FIXTURES_REQUIRED portal PROCESSORS 2 COST 950)
  add_test(NAME portal/browser COMMAND node ${root}/tests/site/browser.mjs ${portal})
  set_tests_properties(portal/html portal/links portal/feeds PROPERTIES LABELS portal FIXTURES_REQUIRED portal COST 900)
  set_tests_properties(portal/browser PROPERTIES LABELS "portal;campaign" FIXTURES_REQUIRED portal PROCESSORS 2 COST 500)

  add_test(NAME serve/browser COMMAND node ${root}/tests/serve/browser.mjs $<TARGET_FILE:cenacle>)
  set_tests_properties(serve/browser PROPERTIES LABELS portal PROCESSORS 2 COST 300)

  # Programs of tests/portal: one check each, called with the program to try.
  file(GLOB checks CONFIGURE_DEPENDS portal/*)
  foreach(check IN LISTS checks)
    get_filename_component(name ${check} NAME_WE)
    add_test(NAME portal/${name} COMMAND ${check} $<TARGET_FILE:cenacle>)
    set_tests_properties(portal/${name} PROPERTIES LABELS portal)
  endforeach()
endif()

# Sending to relays of all kinds, through a portal that only has an outbox. python3-aiosmtpd is of the distribution's Python.
add_executable(outbox_program delivery/outbox_program.cpp)
target_link_libraries(outbox_program PRIVATE cenacle_delivery)
add_test(NAME delivery COMMAND ${CMAKE_COMMAND} -E env CENACLE_OUTBOX=$<TARGET_FILE:outbox_program>
                               /usr/bin/python3 -B -m unittest discover -s tests/delivery WORKING_DIRECTORY ${root})
set_tests_properties(delivery PROPERTIES LABELS "portal;campaign" COST 300)

# Python's tests of the program as a whole, one folder a subject. They take $CENACLE_PROGRAM, or the release build.
foreach(subject rows registration workflows charters people new canary faults identity ledger calendars serve recipes)
  file(GLOB files CONFIGURE_DEPENDS ${subject}/test_*.py)
  if(files)
    add_test(NAME ${subject} COMMAND python3 -B -m unittest discover -s tests/${subject} WORKING_DIRECTORY ${root})
    set_tests_properties(${subject} PROPERTIES LABELS portal COST 200)
  endif()
endforeach()
foreach(campaign canary faults identity ledger people)
  if(TEST ${campaign})
    set_property(TEST ${campaign} APPEND PROPERTY LABELS campaign)
  endif()
endforeach()

add_test(NAME portal/self-test COMMAND ${root}/tests/site/self-test)
set_tests_properties(portal/self-test PROPERTIES LABELS portal)
add_test(NAME fuzz COMMAND ${root}/tests/fuzz/run ${root}/build/fuzz)
set_tests_properties(fuzz PROPERTIES LABELS "fuzz;campaign" PROCESSORS 2)
