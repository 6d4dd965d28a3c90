// app/plug_api_document.cpp - the description of the API, served beside it. Last of all plugs: it describes the others.
#include "app/openapi.h"
#include "app/plugs.h"

namespace app {

void plug_in_api_document(House& house) {
    house.add_operations({openapi_operation()});
    const auto body = std::make_shared<const std::string>(openapi_document(
        {.title = house.campaign(base::Locale::english), .server_url = "/", .operations = house.operations}));
    house.router.compute("/api/v1/openapi.json",
                         [body](const http::Request&) {
                             http::Response response;
                             response.headers = {{"Content-Type", "application/json"},
                                                 {"Access-Control-Allow-Origin", "*"}};
                             response.body = body;
                             return response;
                         },
                         {.name = "system.api_document"});
}

}  // namespace app
