#include "app/stored_files.h"

namespace app {

files::FolderStore picture_files(const Settings& settings) {
    return files::FolderStore{settings.data / "files" / "pictures"};
}

}  // namespace app
