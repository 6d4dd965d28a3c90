// features/accounts/authenticator_service.h - tells the server who is signed in, by their cookie.
#pragma once
#include "features/accounts/services.h"
#include "platform/http/server.h"

namespace accounts {

// The three functions that the server wants. The services outlive them. Seeing somebody is noted in the background,
// every few minutes at most, so that pages stay reads.
http::Authenticator make_authenticator(const Services& services);

// Who is signed in, for the bar of public pages and the header of staff pages; nullopt for the public.
// ports::FrameSettings::staff_bar wants it.
std::optional<html::StaffBar> staff_bar(const http::Request& request);

}  // namespace accounts
