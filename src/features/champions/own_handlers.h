// features/champions/own_handlers.h - what champions do on their own pages: look, agree to be shown, leave
// (OwnHandlers), say when they have time (TimesHandlers), have calendars looked at (CalendarHandlers), say who they are
// (ProfileHandlers). Whoever is not signed in is led to where they get a link.
#pragma once
#include <string>

#include "features/champions/hours.h"
#include "features/champions/own_pages.h"
#include "features/champions/services.h"
#include "features/champions/slots_service.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace champions {

// A press of a button on an own page.
struct OwnAct {
    SessionKey session;
    base::Locale locale;
    std::string network;
};
struct ShowingChange {
    OwnAct act;
    ShowingAct showing;
};
struct HoursAct {
    OwnAct act;
    Hours hours;
};
struct ExceptionAct {
    OwnAct act;
    ExceptionForm form;  // judged in the champion's own zone, by what day it is there
};
struct ExceptionRemoval {
    OwnAct act;
    ExceptionId exception;
};
struct CalendarAct {
    OwnAct act;
    std::string address;
};
struct CalendarUpload {
    OwnAct act;
    store::ForeignCalendar calendar;  // as understood in the zone that the form names
};
struct ProfileAct {
    OwnAct act;
    Profile profile;
};
struct PhotoAct {
    OwnAct act;
    std::string file;  // where the library keeps the bytes
};

class OwnHandlers {
public:
    explicit OwnHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/champions/own
    http::Response overview(const http::Request& request, db::Read& read) const;
    // POST .../leave
    base::Result<OwnAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult leave(const OwnAct& act, db::Write& write) const;
    // POST .../showing: act=give or take_back
    base::Result<ShowingChange, base::Problems> read_showing(const http::Request& request) const;
    http::WriteResult change_showing(const ShowingChange& change, db::Write& write) const;

private:
    const Services& services_;
};

class TimesHandlers {
public:
    explicit TimesHandlers(const Services& services) : services_(services) {}

    // GET, POST /{locale}/champions/own/times
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<HoursAct, base::Problems> read_times(const http::Request& request) const;
    http::WriteResult write_times(const HoursAct& act, db::Write& write) const;
    http::Response times_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST .../own/exceptions, .../own/exceptions/{exception}/removal
    base::Result<ExceptionAct, base::Problems> read_exception(const http::Request& request) const;
    http::WriteResult add_exception(const ExceptionAct& act, db::Write& write) const;
    http::Response exceptions_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<ExceptionRemoval, base::Problems> read_removal(const http::Request& request) const;
    http::WriteResult remove_exception(const ExceptionRemoval& removal, db::Write& write) const;

private:
    http::Response page(const http::Request& request, const base::Problems& problems, own_pages::Times::Form sent,
                        db::Read& read) const;

    const Services& services_;
};

class CalendarHandlers {
public:
    explicit CalendarHandlers(const Services& services) : services_(services) {}

    // GET, POST /{locale}/champions/own/calendar: address; POST .../calendar/file: file
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<CalendarAct, base::Problems> read_calendar(const http::Request& request) const;
    http::WriteResult write_calendar(const CalendarAct& act, db::Write& write) const;
    base::Result<CalendarUpload, base::Problems> read_upload(const http::Request& request) const;
    http::WriteResult write_upload(const CalendarUpload& upload, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST .../calendar/removal, .../calendar/renewal
    base::Result<OwnAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult forget_calendar(const OwnAct& act, db::Write& write) const;
    http::WriteResult renew_feed(const OwnAct& act, db::Write& write) const;

private:
    const Services& services_;
};

class ProfileHandlers {
public:
    explicit ProfileHandlers(const Services& services) : services_(services) {}

    // GET, POST /{locale}/champions/own/profile
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<ProfileAct, base::Problems> read_profile(const http::Request& request) const;
    http::WriteResult write_profile(const ProfileAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST .../own/photo: photo; POST .../own/photo/removal. A refused photo is answered by show_again().
    base::Result<PhotoAct, base::Problems> read_photo(const http::Request& request) const;
    http::WriteResult write_photo(const PhotoAct& act, db::Write& write) const;
    base::Result<OwnAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult forget_photo(const OwnAct& act, db::Write& write) const;

private:
    const Services& services_;
};

}  // namespace champions
