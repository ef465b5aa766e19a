#pragma once
// The console while its gateway is busy: how long the interface thread is held, and what memory it takes.

#include <QString>

namespace tollgate::bench {

/// As a child process: asks until it is ended, or until so many seconds are over.
int runLoad(const QString& address, int perSecond, int seconds);

/// Every page, switching, the other theme, scrolling and filtering under 1,000 requests a second; pagesOnly:
/// what comes and goes, not what stays open or scrolls. 1 when something held the interface thread for more
/// than 16 ms.
int runStalls(const QString& directory, bool pagesOnly);

/// A console over a gateway in another process, at twenty times the rate of an ordinary hour for as long as
/// makes the requests of that hour. 1 when it grew.
int runMemory(const QString& directory, int seconds);

/// The first page of filters over a million requests. 1 when an aim is missed.
int runFilters(const QString& directory);

/// As a child process of runMemory(): the gateway without a console.
int runGateway(const QString& directory);

} // namespace tollgate::bench
