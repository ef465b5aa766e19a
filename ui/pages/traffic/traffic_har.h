#pragma once
// Requests as an HTTP Archive (HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/), which browsers'
// tools and proxies read. What the ledger does not keep is absent, or -1 as the format has it; what only we
// know stands in members that begin with an underscore.

#include "ui/pages/traffic/request_detail.h"

#include <QByteArray>

namespace tollgate::ui {

/// Around the entries, which are separated by commas.
QByteArray harHead();
QByteArray harFoot();
/// One entry in one line. `gateway` is its URL. Credentials are in no header that the ledger keeps.
QByteArray harEntry(const RequestDetail& detail, const QString& gateway);
/// Of a row alone: without headers and bodies.
QByteArray harEntry(const RequestRow& row, const QString& gateway);

} // namespace tollgate::ui
