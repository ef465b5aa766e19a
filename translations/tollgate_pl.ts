<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message>
        <source>provider</source>
        <translation>dostawca</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>key</source>
        <translation>klucz</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>budżet</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>flaga</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>prompt</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ustawienia</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>usunięto</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>dziś %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>wczoraj %1</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>zużycie</translation>
    </message>
    <message>
        <source>created</source>
        <translation>utworzono</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>zmieniono</translation>
    </message>
    <message>
        <source>rotated</source>
        <translation>wymieniono sekret</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>wycofano</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>zaimportowano</translation>
    </message>
    <message>
        <source>priced again</source>
        <translation>wyceniono ponownie</translation>
    </message>
    <message>
        <source>console</source>
        <translation>konsola</translation>
    </message>
    <message>
        <source>admin token</source>
        <translation>token administratora</translation>
    </message>
    <message>
        <source>configuration file</source>
        <translation>plik konfiguracji</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>brama</translation>
    </message>
    <message>
        <source>task</source>
        <translation>zadanie</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>wsad</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>webhook</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>anulowane</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>wysłany ponownie</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>przywrócono</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>następny krok</translation>
    </message>
    <message>
        <source>guardrail</source>
        <translation>zabezpieczenie</translation>
    </message>
    <message>
        <source>ramp</source>
        <translation>stopniowe wdrażanie</translation>
    </message>
    <message>
        <source>first set-up</source>
        <translation>pierwsza konfiguracja</translation>
    </message>
</context>
<context>
    <name>GatewayReply</name>
    <message>
        <source>The gateway could not be reached.</source>
        <translation>Nie można połączyć się z bramą.</translation>
    </message>
    <message>
        <source>The gateway refused the request (%1).</source>
        <translation>Brama odrzuciła żądanie (%1).</translation>
    </message>
</context>
<context>
    <name>GatewayWords</name>
    <message>
        <source>like %1</source>
        <translation>jak %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>przed %1</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>poniżej %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>do %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>najwyżej %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>po %1</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>ponad %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>od %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>co najmniej %1</translation>
    </message>
    <message>
        <source>nothing in it contains %1</source>
        <translation>nic w nim nie zawiera %1</translation>
    </message>
    <message>
        <source>something in it contains %1</source>
        <translation>coś w nim zawiera %1</translation>
    </message>
    <message>
        <source>note does not say %1</source>
        <translation>adnotacja nie mówi %1</translation>
    </message>
    <message>
        <source>note says %1</source>
        <translation>adnotacja mówi %1</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1: nie %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the change could not be written: %1</source>
        <translation>nie udało się zapisać zmiany: %1</translation>
    </message>
    <message>
        <source>there is no %1 %2</source>
        <translation>nie ma takiego obiektu: %1 %2</translation>
    </message>
    <message>
        <source>there is no %1 in the admin API</source>
        <translation>w API administracyjnym nie ma %1</translation>
    </message>
    <message>
        <source>there is no request %1</source>
        <translation>nie ma żądania %1</translation>
    </message>
    <message>
        <source>takes only %1</source>
        <translation>przyjmuje tylko %1</translation>
    </message>
    <message>
        <source>events are a stream: ask for them over HTTP</source>
        <translation>zdarzenia są strumieniem: poproś o nie przez HTTP</translation>
    </message>
    <message>
        <source>the body is not valid JSON: %1</source>
        <translation>treść nie jest poprawnym JSON-em: %1</translation>
    </message>
    <message>
        <source>the body must be a JSON object</source>
        <translation>treść musi być obiektem JSON</translation>
    </message>
    <message>
        <source>the body is not valid YAML: line %1, column %2: %3</source>
        <translation>treść nie jest poprawnym YAML-em: wiersz %1, kolumna %2: %3</translation>
    </message>
    <message>
        <source>the secret of key %1 cannot be handed over: %2</source>
        <translation>nie można przekazać sekretu klucza %1: %2</translation>
    </message>
    <message>
        <source>%1: the configuration file is empty</source>
        <translation>%1: plik konfiguracji jest pusty</translation>
    </message>
    <message>
        <source>bcrypt failed</source>
        <translation>bcrypt zawiódł</translation>
    </message>
    <message>
        <source>no litellm_provider</source>
        <translation>brak litellm_provider</translation>
    </message>
    <message>
        <source>no price per token</source>
        <translation>brak ceny za token</translation>
    </message>
    <message>
        <source>the file has %1 twice</source>
        <translation>plik zawiera %1 dwa razy</translation>
    </message>
    <message>
        <source>no provider of kind %1</source>
        <translation>brak dostawcy rodzaju %1</translation>
    </message>
    <message>
        <source>%1 has too many versions already</source>
        <translation>%1 ma już za dużo wersji</translation>
    </message>
    <message>
        <source>version %1 is there already</source>
        <translation>wersja %1 już istnieje</translation>
    </message>
    <message>
        <source>key %1 is there already</source>
        <translation>klucz %1 już istnieje</translation>
    </message>
    <message>
        <source>a key named %1 is there already</source>
        <translation>klucz o nazwie %1 już istnieje</translation>
    </message>
    <message>
        <source>provider %1 is there already</source>
        <translation>dostawca %1 już istnieje</translation>
    </message>
    <message>
        <source>model %1 is there already</source>
        <translation>model %1 już istnieje</translation>
    </message>
    <message>
        <source>%1 %2 is there already</source>
        <translation>już istnieje: %1 %2</translation>
    </message>
    <message>
        <source>nothing is kept of %1 that could be restored: it was not deleted in the last ten minutes, or the gateway has been restarted since</source>
        <translation>nie zachowano niczego, co dałoby się przywrócić (%1): nie usunięto go w ostatnich dziesięciu minutach albo brama została od tego czasu uruchomiona ponownie</translation>
    </message>
    <message>
        <source>credentials cannot be stored: %1</source>
        <translation>nie można zapisać poświadczeń: %1</translation>
    </message>
    <message>
        <source>headers cannot be stored: %1</source>
        <translation>nie można zapisać nagłówków: %1</translation>
    </message>
    <message>
        <source>there is no key %1</source>
        <translation>nie ma klucza %1</translation>
    </message>
    <message>
        <source>there is no provider %1</source>
        <translation>nie ma dostawcy %1</translation>
    </message>
    <message>
        <source>there is no flag %1</source>
        <translation>nie ma flagi %1</translation>
    </message>
    <message>
        <source>there is no prompt %1</source>
        <translation>nie ma promptu %1</translation>
    </message>
    <message>
        <source>there is no project %1</source>
        <translation>nie ma projektu %1</translation>
    </message>
    <message>
        <source>there is no alias %1</source>
        <translation>nie ma aliasu %1</translation>
    </message>
    <message>
        <source>there is no budget %1</source>
        <translation>nie ma budżetu %1</translation>
    </message>
    <message>
        <source>there is no model %1</source>
        <translation>nie ma modelu %1</translation>
    </message>
    <message>
        <source>%1 is part of the built-in catalogue; it can be replaced, not deleted</source>
        <translation>%1 należy do wbudowanego katalogu; można go zastąpić, ale nie usunąć</translation>
    </message>
    <message>
        <source>%1 is used by %2</source>
        <translation>%1 jest używany przez: %2</translation>
    </message>
    <message>
        <source>there are no tasks while the gateway is stopped</source>
        <translation>gdy brama jest zatrzymana, nie ma zadań</translation>
    </message>
    <message>
        <source>providers cannot be checked while the gateway is stopped</source>
        <translation>gdy brama jest zatrzymana, nie można sprawdzać dostawców</translation>
    </message>
    <message>
        <source>telemetry cannot be tested while the gateway is stopped</source>
        <translation>gdy brama jest zatrzymana, nie można testować telemetrii</translation>
    </message>
    <message>
        <source>routes cannot be explained while the gateway is stopped</source>
        <translation>gdy brama jest zatrzymana, nie można objaśniać tras</translation>
    </message>
    <message>
        <source>history cannot be priced while the gateway is stopped</source>
        <translation>gdy brama jest zatrzymana, nie można przeliczać historii</translation>
    </message>
    <message>
        <source>history was priced in part only: %1</source>
        <translation>historię przeliczono tylko częściowo: %1</translation>
    </message>
    <message>
        <source>the gateway is stopped</source>
        <translation>brama jest zatrzymana</translation>
    </message>
    <message>
        <source>%1 USD per million tokens</source>
        <translation>%1 USD za milion tokenów</translation>
    </message>
    <message>
        <source>reading from the cache costs more than not doing so</source>
        <translation>czytanie z pamięci podręcznej kosztuje więcej niż bez niej</translation>
    </message>
    <message>
        <source>output costs less than input</source>
        <translation>wyjście kosztuje mniej niż wejście</translation>
    </message>
    <message>
        <source>leaps from %1 to %2</source>
        <translation>skacze z %1 na %2</translation>
    </message>
    <message>
        <source>history since ever %1</source>
        <translation>historia od zawsze, %1</translation>
    </message>
    <message>
        <source>a filter is at most 4000 bytes long</source>
        <translation>filtr może mieć najwyżej 4000 bajtów</translation>
    </message>
    <message>
        <source>a filter has at most 40 terms</source>
        <translation>filtr może mieć najwyżej 40 warunków</translation>
    </message>
    <message>
        <source>there is no field “%1”; fields are %2. Put the term in quotes to search for it as text</source>
        <translation>nie ma pola „%1”; pola to: %2. Ujmij wyraz w cudzysłów, aby szukać go jako tekstu</translation>
    </message>
    <message>
        <source>%1 needs a value, as in %2</source>
        <translation>%1 wymaga wartości, np. %2</translation>
    </message>
    <message>
        <source>after the closing quote comes a space or a comma</source>
        <translation>po cudzysłowie zamykającym musi być spacja lub przecinek</translation>
    </message>
    <message>
        <source>the quote is not closed</source>
        <translation>cudzysłów nie jest zamknięty</translation>
    </message>
    <message>
        <source>a class like 4xx cannot be compared; write status:&gt;=400</source>
        <translation>klasy takiej jak 4xx nie można porównywać; napisz status:&gt;=400</translation>
    </message>
    <message>
        <source>unknown cannot be compared</source>
        <translation>unknown nie można porównywać</translation>
    </message>
    <message>
        <source>* stands only at the end, as in gpt-4*; put the value in quotes to mean the character itself</source>
        <translation>* może stać tylko na końcu, np. gpt-4*; ujmij wartość w cudzysłów, jeśli chodzi o sam znak</translation>
    </message>
    <message>
        <source>%1 is text and cannot be compared with &lt; or &gt;</source>
        <translation>%1 jest tekstem i nie można go porównywać za pomocą &lt; ani &gt;</translation>
    </message>
    <message>
        <source>%1 takes an HTTP status, as in %2</source>
        <translation>%1 przyjmuje status HTTP, np. %2</translation>
    </message>
    <message>
        <source>%1 takes a duration (us, ms, s or m; ms when bare), as in %2</source>
        <translation>%1 przyjmuje czas trwania (us, ms, s lub m; samo – ms), np. %2</translation>
    </message>
    <message>
        <source>%1 takes an amount in USD, or unknown, as in %2</source>
        <translation>%1 przyjmuje kwotę w USD albo unknown, np. %2</translation>
    </message>
    <message>
        <source>%1 takes a number (k and M allowed), as in %2</source>
        <translation>%1 przyjmuje liczbę (dozwolone k i M), np. %2</translation>
    </message>
    <message>
        <source>%1 takes yes or no, as in %2</source>
        <translation>%1 przyjmuje yes lub no, np. %2</translation>
    </message>
    <message>
        <source>%1 takes how long ago (s, m, h or d), as in %2</source>
        <translation>%1 przyjmuje czas wstecz (s, m, h lub d), np. %2</translation>
    </message>
    <message>
        <source>%1 takes a time, as in %2</source>
        <translation>%1 przyjmuje czas, np. %2</translation>
    </message>
    <message>
        <source>%1 takes one of ok, error, client_gone, aborted, rejected, failed, as in %2</source>
        <translation>%1 przyjmuje jedną z wartości ok, error, client_gone, aborted, rejected, failed, np. %2</translation>
    </message>
    <message>
        <source>status:&gt;=400 or status:5xx</source>
        <translation>status:&gt;=400 lub status:5xx</translation>
    </message>
    <message>
        <source>cost:&gt;0.01 or cost:unknown</source>
        <translation>cost:&gt;0.01 lub cost:unknown</translation>
    </message>
    <message>
        <source>at:&gt;-2h or at:2026-11-22</source>
        <translation>at:&gt;-2h lub at:2026-11-22</translation>
    </message>
    <message>
        <source>There is no %1 here.</source>
        <translation>Nie ma tu %1.</translation>
    </message>
    <message>
        <source>%1 does not take %2.</source>
        <translation>%1 nie przyjmuje metody %2.</translation>
    </message>
    <message>
        <source>%1 does not take HEAD.</source>
        <translation>%1 nie przyjmuje metody HEAD.</translation>
    </message>
    <message>
        <source>The admin API needs the admin token.</source>
        <translation>API administracyjne wymaga tokenu administratora.</translation>
    </message>
    <message>
        <source>A client key does not open the admin API.</source>
        <translation>Klucz klienta nie otwiera API administracyjnego.</translation>
    </message>
    <message>
        <source>X-Tollgate-Timeout-Ms must be a whole number of milliseconds.</source>
        <translation>X-Tollgate-Timeout-Ms musi być całkowitą liczbą milisekund.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not hold this conversation: send all of it.</source>
        <translation>„%1” nie przechowuje tej rozmowy: wyślij ją w całości.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot make embeddings.</source>
        <translation>„%1” nie tworzy osadzeń (embeddings).</translation>
    </message>
    <message>
        <source>There is no prompt named &quot;%1&quot;.</source>
        <translation>Nie ma promptu o nazwie „%1”.</translation>
    </message>
    <message>
        <source>Prompt %1 has no version &quot;%2&quot;.</source>
        <translation>Prompt %1 nie ma wersji „%2”.</translation>
    </message>
    <message>
        <source>%1, which only /v1/prompts/{name}/completions takes</source>
        <translation>%1, które przyjmuje tylko /v1/prompts/{name}/completions</translation>
    </message>
    <message>
        <source>The client left before the answer was complete.</source>
        <translation>Klient rozłączył się przed końcem odpowiedzi.</translation>
    </message>
    <message>
        <source>model is missing, and so is the X-Model header.</source>
        <translation>brakuje pola model, a także nagłówka X-Model.</translation>
    </message>
    <message>
        <source>The gateway cannot write its ledger, and is set to refuse requests it cannot account for.</source>
        <translation>Brama nie może zapisywać księgi, a ma odrzucać żądania, których nie może rozliczyć.</translation>
    </message>
    <message>
        <source>Unknown model: %1</source>
        <translation>Nieznany model: %1</translation>
    </message>
    <message>
        <source>This key may not use the model &quot;%1&quot;.</source>
        <translation>Ten klucz nie może używać modelu „%1”.</translation>
    </message>
    <message>
        <source>There is no such key.</source>
        <translation>Nie ma takiego klucza.</translation>
    </message>
    <message>
        <source>Incorrect API key provided.</source>
        <translation>Podano niewłaściwy klucz API.</translation>
    </message>
    <message>
        <source>Requests without an API key are no longer taken.</source>
        <translation>Żądania bez klucza API nie są już przyjmowane.</translation>
    </message>
    <message>
        <source>The API key that asked for this may not be used any more.</source>
        <translation>Klucza API, który o to prosił, nie można już używać.</translation>
    </message>
    <message>
        <source>No API key provided.</source>
        <translation>Nie podano klucza API.</translation>
    </message>
    <message>
        <source>Too many new keys are being checked; try again.</source>
        <translation>Sprawdzanych jest zbyt wiele nowych kluczy; spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; does not exist.</source>
        <translation>Model „%1” nie istnieje.</translation>
    </message>
    <message>
        <source>The gateway stopped before the copy was answered.</source>
        <translation>Brama zatrzymała się, zanim kopia dostała odpowiedź.</translation>
    </message>
    <message>
        <source>The simulated model fell silent.</source>
        <translation>Symulowany model zamilkł.</translation>
    </message>
    <message>
        <source>The simulated model broke off.</source>
        <translation>Symulowany model urwał odpowiedź.</translation>
    </message>
    <message>
        <source>The simulated model timed out.</source>
        <translation>Symulowany model przekroczył czas.</translation>
    </message>
    <message>
        <source>The simulated model is asked too often.</source>
        <translation>Symulowany model jest pytany zbyt często.</translation>
    </message>
    <message>
        <source>The simulated model failed.</source>
        <translation>Symulowany model zawiódł.</translation>
    </message>
    <message>
        <source>The upstream sent an event larger than the gateway takes.</source>
        <translation>Dostawca przysłał zdarzenie większe, niż przyjmuje brama.</translation>
    </message>
    <message>
        <source>The upstream sent a frame whose checksum is wrong.</source>
        <translation>Dostawca przysłał ramkę z błędną sumą kontrolną.</translation>
    </message>
    <message>
        <source>The upstream&apos;s stream is not in its own format.</source>
        <translation>Strumień dostawcy nie jest w jego własnym formacie.</translation>
    </message>
    <message>
        <source>The upstream&apos;s answer is not in its own format.</source>
        <translation>Odpowiedź dostawcy nie jest w jego własnym formacie.</translation>
    </message>
    <message>
        <source>The upstream&apos;s stream ended before its end.</source>
        <translation>Strumień dostawcy urwał się przed końcem.</translation>
    </message>
    <message>
        <source>The upstream&apos;s stream ended without response.completed.</source>
        <translation>Strumień dostawcy skończył się bez response.completed.</translation>
    </message>
    <message>
        <source>The upstream&apos;s response ended as &quot;%1&quot;.</source>
        <translation>Odpowiedź dostawcy zakończyła się jako „%1”.</translation>
    </message>
    <message>
        <source>The upstream answered %1.</source>
        <translation>Dostawca odpowiedział %1.</translation>
    </message>
    <message>
        <source>The upstream reported an error.</source>
        <translation>Dostawca zgłosił błąd.</translation>
    </message>
    <message>
        <source>The model&apos;s output was broken (%1).</source>
        <translation>Wynik modelu był uszkodzony (%1).</translation>
    </message>
    <message>
        <source>Gemini ended with %1.</source>
        <translation>Gemini zakończyło z %1.</translation>
    </message>
    <message>
        <source>Gemini ended with %1: %2</source>
        <translation>Gemini zakończyło z %1: %2</translation>
    </message>
    <message>
        <source>%1 Filtered: %2.</source>
        <translation>%1 Odfiltrowano: %2.</translation>
    </message>
    <message>
        <source>%1 Deployments are told to Tollgate in the provider&apos;s options.</source>
        <translation>%1 Wdrożenia podaje się Tollgate w opcjach dostawcy.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be sent to this model: %2</source>
        <translation>„%1” nie można wysłać do tego modelu: %2</translation>
    </message>
    <message>
        <source>%1 cannot be sent to this model: %2</source>
        <translation>%1 nie można wysłać do tego modelu: %2</translation>
    </message>
    <message>
        <source>the answer is not HTTP/1.1 as RFC 9112 has it</source>
        <translation>odpowiedź nie jest HTTP/1.1 według RFC 9112</translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation>odpowiedź nie jest HTTP</translation>
    </message>
    <message>
        <source>the connection was closed before an answer came</source>
        <translation>połączenie zamknięto, zanim nadeszła odpowiedź</translation>
    </message>
    <message>
        <source>the connection was closed within the answer</source>
        <translation>połączenie zamknięto w trakcie odpowiedzi</translation>
    </message>
    <message>
        <source>the connection was closed within the head of the answer</source>
        <translation>połączenie zamknięto w nagłówku odpowiedzi</translation>
    </message>
    <message>
        <source>the connection was closed %1: %2</source>
        <translation>połączenie zamknięto %1: %2</translation>
    </message>
    <message>
        <source>before an answer came</source>
        <translation>zanim nadeszła odpowiedź</translation>
    </message>
    <message>
        <source>within the answer</source>
        <translation>w trakcie odpowiedzi</translation>
    </message>
    <message>
        <source>within the head of the answer</source>
        <translation>w nagłówku odpowiedzi</translation>
    </message>
    <message>
        <source>not finished within %1 ms</source>
        <translation>nie skończono w ciągu %1 ms</translation>
    </message>
    <message>
        <source>no connection within %1 ms</source>
        <translation>brak połączenia w ciągu %1 ms</translation>
    </message>
    <message>
        <source>no answer within %1 ms</source>
        <translation>brak odpowiedzi w ciągu %1 ms</translation>
    </message>
    <message>
        <source>nothing more came for %1 ms</source>
        <translation>nic więcej nie przyszło przez %1 ms</translation>
    </message>
    <message>
        <source>Too many prompts wait on this connection.</source>
        <translation>Na tym połączeniu czeka zbyt wiele promptów.</translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation>Odpowiedź się urwała.</translation>
    </message>
    <message>
        <source>Providers of this kind are not served.</source>
        <translation>Dostawcy tego rodzaju nie są obsługiwani.</translation>
    </message>
    <message>
        <source>Tasks and batches cannot be kept right now.</source>
        <translation>Teraz nie można przechowywać zadań i wsadów.</translation>
    </message>
    <message>
        <source>Tasks and batches cannot be read right now.</source>
        <translation>Teraz nie można odczytać zadań i wsadów.</translation>
    </message>
    <message>
        <source>The task is finished.</source>
        <translation>Zadanie jest zakończone.</translation>
    </message>
    <message>
        <source>The batch is finished.</source>
        <translation>Wsad jest zakończony.</translation>
    </message>
    <message>
        <source>The %1 is finished.</source>
        <translation>Zakończone: %1.</translation>
    </message>
    <message>
        <source>There is no such dead letter.</source>
        <translation>Nie ma takiej martwej przesyłki.</translation>
    </message>
    <message>
        <source>There is no such task.</source>
        <translation>Nie ma takiego zadania.</translation>
    </message>
    <message>
        <source>There is no such batch.</source>
        <translation>Nie ma takiego wsadu.</translation>
    </message>
    <message>
        <source>There is no such %1.</source>
        <translation>Nie ma: %1.</translation>
    </message>
    <message>
        <source>tasks and batches cannot be kept: %1</source>
        <translation>nie można przechowywać zadań i wsadów: %1</translation>
    </message>
    <message>
        <source>There must be messages, input or prompt.</source>
        <translation>Potrzebne jest messages, input albo prompt.</translation>
    </message>
    <message>
        <source>The body is not valid JSON: %1</source>
        <translation>Treść nie jest poprawnym JSON-em: %1</translation>
    </message>
    <message>
        <source>The body is not valid JSON.</source>
        <translation>Treść nie jest poprawnym JSON-em.</translation>
    </message>
    <message>
        <source>The body is not a JSON object.</source>
        <translation>Treść nie jest obiektem JSON.</translation>
    </message>
    <message>
        <source>The body must be a JSON object.</source>
        <translation>Treść musi być obiektem JSON.</translation>
    </message>
    <message>
        <source>This key keeps %1 MiB of tasks, batches and webhooks already, and with this one it would be more than settings.%2 (%3 MiB). Finished ones go when their time is over: a smaller ttl_seconds makes room sooner.</source>
        <translation>Ten klucz przechowuje już %1 MiB zadań, wsadów i webhooków, a z tym byłoby to więcej niż settings.%2 (%3 MiB). Zakończone znikają po swoim czasie: mniejsze ttl_seconds szybciej zwolni miejsce.</translation>
    </message>
    <message>
        <source>Project %4 keeps %1 MiB of tasks, batches and webhooks already, and with this one it would be more than settings.%2 (%3 MiB). Finished ones go when their time is over: a smaller ttl_seconds makes room sooner.</source>
        <translation>Projekt %4 przechowuje już %1 MiB zadań, wsadów i webhooków, a z tym byłoby to więcej niż settings.%2 (%3 MiB). Zakończone znikają po swoim czasie: mniejsze ttl_seconds szybciej zwolni miejsce.</translation>
    </message>
    <message>
        <source>The gateway keeps %1 MiB of tasks, batches and webhooks already, and with this one it would be more than settings.%2 (%3 MiB). Finished ones go when their time is over: a smaller ttl_seconds makes room sooner.</source>
        <translation>Brama przechowuje już %1 MiB zadań, wsadów i webhooków, a z tym byłoby to więcej niż settings.%2 (%3 MiB). Zakończone znikają po swoim czasie: mniejsze ttl_seconds szybciej zwolni miejsce.</translation>
    </message>
    <message>
        <source>Too many requests are waiting already.</source>
        <translation>Czeka już zbyt wiele żądań.</translation>
    </message>
    <message>
        <source>It failed with status %1.</source>
        <translation>Nie powiodło się, status %1.</translation>
    </message>
    <message>
        <source>Its secret cannot be read: the master key has changed.</source>
        <translation>Nie można odczytać jego sekretu: zmienił się klucz główny.</translation>
    </message>
    <message>
        <source>The URL leads to %1, where webhooks may not go.</source>
        <translation>Adres URL prowadzi do %1, dokąd webhookom nie wolno.</translation>
    </message>
    <message>
        <source>The receiver redirects (%1), which is not followed.</source>
        <translation>Odbiorca przekierowuje (%1), a brama za tym nie podąża.</translation>
    </message>
    <message>
        <source>The receiver answered %1.</source>
        <translation>Odbiorca odpowiedział %1.</translation>
    </message>
    <message>
        <source>Role &quot;%1&quot; is not one of system, developer, user, assistant, tool.</source>
        <translation>Rola „%1” nie jest jedną z: system, developer, user, assistant, tool.</translation>
    </message>
    <message>
        <source>Role &quot;%1&quot; is not one of user, assistant, system, developer.</source>
        <translation>Rola „%1” nie jest jedną z: user, assistant, system, developer.</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is not one of user, assistant. The system prompt has its own parameter.</source>
        <translation>%1 „%2” nie jest jedną z: user, assistant. Prompt systemowy ma własny parametr.</translation>
    </message>
    <message>
        <source>Every content part needs a type.</source>
        <translation>Każda część treści wymaga pola type.</translation>
    </message>
    <message>
        <source>Each of tools must be an object.</source>
        <translation>Każdy element tools musi być obiektem.</translation>
    </message>
    <message>
        <source>This model takes one text as its prompt, neither several nor token ids.</source>
        <translation>Ten model przyjmuje jako prompt jeden tekst, a nie kilka ani identyfikatory tokenów.</translation>
    </message>
    <message>
        <source>Prompts kept at OpenAI cannot be used with this model; send their text.</source>
        <translation>Promptów przechowywanych w OpenAI nie można użyć z tym modelem; wyślij ich tekst.</translation>
    </message>
    <message>
        <source>Background responses are not served here; leave background out.</source>
        <translation>Odpowiedzi w tle nie są tu obsługiwane; pomiń background.</translation>
    </message>
    <message>
        <source>Conversations are not kept here; use previous_response_id.</source>
        <translation>Rozmowy nie są tu przechowywane; użyj previous_response_id.</translation>
    </message>
    <message>
        <source>Item with id &apos;%1&apos; not found.</source>
        <translation>Nie znaleziono elementu o id „%1”.</translation>
    </message>
    <message>
        <source>Previous response with id &apos;%1&apos; not found.</source>
        <translation>Nie znaleziono poprzedniej odpowiedzi o id „%1”.</translation>
    </message>
    <message>
        <source>No tool output found for function call %1.</source>
        <translation>Nie znaleziono wyniku narzędzia dla wywołania funkcji %1.</translation>
    </message>
    <message>
        <source>No tool call found for function call output with call_id %1.</source>
        <translation>Nie znaleziono wywołania narzędzia dla wyniku z call_id %1.</translation>
    </message>
    <message>
        <source>There is more than one output for the tool call with call_id %1.</source>
        <translation>Dla wywołania narzędzia z call_id %1 jest więcej niż jeden wynik.</translation>
    </message>
    <message>
        <source>The conversation before this request is too long to go on with; send what matters of it as input.</source>
        <translation>Rozmowa przed tym żądaniem jest zbyt długa, by ją kontynuować; wyślij z niej to, co ważne, jako input.</translation>
    </message>
    <message>
        <source>is required</source>
        <translation>jest wymagane</translation>
    </message>
    <message>
        <source>is required: whose budget it is</source>
        <translation>jest wymagane: czyj to budżet</translation>
    </message>
    <message>
        <source>is required: the alias to downgrade to</source>
        <translation>jest wymagane: alias, na który przejść</translation>
    </message>
    <message>
        <source>is required unless target names a provider/model</source>
        <translation>jest wymagane, chyba że target wskazuje dostawcę/model</translation>
    </message>
    <message>
        <source>is required for this kind</source>
        <translation>jest wymagane dla tego rodzaju</translation>
    </message>
    <message>
        <source>is required together with the other one</source>
        <translation>jest wymagane razem z tym drugim</translation>
    </message>
    <message>
        <source>is required (or system and template for a first version)</source>
        <translation>jest wymagane (albo system i template dla pierwszej wersji)</translation>
    </message>
    <message>
        <source>is required: how many tokens the answer may have</source>
        <translation>jest wymagane: ile tokenów może mieć odpowiedź</translation>
    </message>
    <message>
        <source>is not a known field</source>
        <translation>nie jest znanym polem</translation>
    </message>
    <message>
        <source>is not a known field; there are %1</source>
        <translation>nie jest znanym polem; są: %1</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>nie może być puste</translation>
    </message>
    <message numerus="yes">
        <source>is longer than %n bytes</source>
        <translation>
            <numerusform>jest dłuższe niż %n bajt</numerusform>
            <numerusform>jest dłuższe niż %n bajty</numerusform>
            <numerusform>jest dłuższe niż %n bajtów</numerusform>
        </translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>musi być tekstem</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>musi mieć wartość true lub false</translation>
    </message>
    <message>
        <source>must be a whole number of at least %1</source>
        <translation>musi być liczbą całkowitą, co najmniej %1</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>musi być liczbą całkowitą od %1 do %2</translation>
    </message>
    <message>
        <source>must be a whole number from %1</source>
        <translation>musi być liczbą całkowitą od %1</translation>
    </message>
    <message>
        <source>must be a whole number of milliseconds</source>
        <translation>musi być całkowitą liczbą milisekund</translation>
    </message>
    <message>
        <source>must be a number of at least %1</source>
        <translation>musi być liczbą, co najmniej %1</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation>musi być liczbą od %1 do %2</translation>
    </message>
    <message>
        <source>must be a number above 0</source>
        <translation>musi być liczbą większą od 0</translation>
    </message>
    <message>
        <source>must be at least %1</source>
        <translation>musi wynosić co najmniej %1</translation>
    </message>
    <message>
        <source>must be at most %1</source>
        <translation>może wynosić najwyżej %1</translation>
    </message>
    <message>
        <source>must be at least cooldown_seconds</source>
        <translation>musi wynosić co najmniej tyle co cooldown_seconds</translation>
    </message>
    <message>
        <source>must lie between %1 and %2</source>
        <translation>musi leżeć między %1 a %2</translation>
    </message>
    <message>
        <source>must be a time such as 2026-01-31T12:00:00Z</source>
        <translation>musi być czasem, np. 2026-01-31T12:00:00Z</translation>
    </message>
    <message>
        <source>must be a time such as 2026-01-31T12:00:00Z or a date</source>
        <translation>musi być czasem, np. 2026-01-31T12:00:00Z, albo datą</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>musi być listą</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>musi być listą tekstów</translation>
    </message>
    <message>
        <source>must be a list of whole numbers</source>
        <translation>musi być listą liczb całkowitych</translation>
    </message>
    <message>
        <source>must be a list of objects</source>
        <translation>musi być listą obiektów</translation>
    </message>
    <message>
        <source>must be a list of 1 to %1 texts</source>
        <translation>musi być listą od 1 do %1 tekstów</translation>
    </message>
    <message>
        <source>must be a list of {&quot;custom_id&quot;,&quot;body&quot;}; or give prompts</source>
        <translation>musi być listą {&quot;custom_id&quot;,&quot;body&quot;}; albo podaj prompts</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>musi być obiektem</translation>
    </message>
    <message>
        <source>must be an object of header names and values</source>
        <translation>musi być obiektem z nazwami i wartościami nagłówków</translation>
    </message>
    <message>
        <source>must be an object of model names and deployment names</source>
        <translation>musi być obiektem z nazwami modeli i wdrożeń</translation>
    </message>
    <message>
        <source>must be an object of strings</source>
        <translation>musi być obiektem z tekstami</translation>
    </message>
    <message>
        <source>must be an object with a type</source>
        <translation>musi być obiektem z polem type</translation>
    </message>
    <message>
        <source>must be a text, or an object by model name</source>
        <translation>musi być tekstem albo obiektem według nazw modeli</translation>
    </message>
    <message>
        <source>must be a text; null takes the header away</source>
        <translation>musi być tekstem; null usuwa nagłówek</translation>
    </message>
    <message>
        <source>must be a text that is not empty</source>
        <translation>musi być niepustym tekstem</translation>
    </message>
    <message>
        <source>must be a text of 1 to 512 bytes</source>
        <translation>musi być tekstem o długości od 1 do 512 bajtów</translation>
    </message>
    <message>
        <source>must be a string</source>
        <translation>musi być tekstem</translation>
    </message>
    <message>
        <source>must be a string such as &quot;v2&quot;</source>
        <translation>musi być tekstem, np. &quot;v2&quot;</translation>
    </message>
    <message>
        <source>must be an array</source>
        <translation>musi być tablicą</translation>
    </message>
    <message>
        <source>must be one of: %1</source>
        <translation>musi mieć jedną z wartości: %1</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>musi mieć jedną z wartości: %1</translation>
    </message>
    <message>
        <source>must be null for a global budget</source>
        <translation>musi mieć wartość null dla budżetu globalnego</translation>
    </message>
    <message>
        <source>must be null when provider is given</source>
        <translation>musi mieć wartość null, gdy podano provider</translation>
    </message>
    <message>
        <source>must ascend</source>
        <translation>muszą rosnąć</translation>
    </message>
    <message>
        <source>must hold neither &apos;=&apos; nor &apos;/&apos;</source>
        <translation>nie może zawierać „=” ani „/”</translation>
    </message>
    <message>
        <source>must hold neither &apos;/&apos; nor &apos;:&apos;, which separate provider and model</source>
        <translation>nie może zawierać „/” ani „:”, które rozdzielają dostawcę i model</translation>
    </message>
    <message>
        <source>must hold no slash and no control character</source>
        <translation>nie może zawierać ukośnika ani znaku sterującego</translation>
    </message>
    <message>
        <source>must not begin or end with a blank, nor be &apos;.&apos; or &apos;..&apos;</source>
        <translation>nie może zaczynać się ani kończyć spacją, ani być „.” lub „..”</translation>
    </message>
    <message>
        <source>must begin with http:// or https://</source>
        <translation>musi zaczynać się od http:// lub https://</translation>
    </message>
    <message>
        <source>names no host</source>
        <translation>nie wskazuje hosta</translation>
    </message>
    <message>
        <source>must not hold credentials; they have a field of their own</source>
        <translation>nie może zawierać poświadczeń; mają własne pole</translation>
    </message>
    <message>
        <source>must be a plain address without query or fragment</source>
        <translation>musi być zwykłym adresem bez zapytania i fragmentu</translation>
    </message>
    <message>
        <source>must read provider/model</source>
        <translation>musi mieć postać dostawca/model</translation>
    </message>
    <message>
        <source>must not hold a comma</source>
        <translation>nie może zawierać przecinka</translation>
    </message>
    <message>
        <source>must be one word of visible ASCII characters</source>
        <translation>musi być jednym słowem z widocznych znaków ASCII</translation>
    </message>
    <message>
        <source>must be visible ASCII characters and blanks</source>
        <translation>musi składać się z widocznych znaków ASCII i spacji</translation>
    </message>
    <message>
        <source>must be visible ASCII characters without blanks</source>
        <translation>musi składać się z widocznych znaków ASCII bez spacji</translation>
    </message>
    <message>
        <source>must be 12 to 72 visible ASCII characters</source>
        <translation>musi mieć od 12 do 72 widocznych znaków ASCII</translation>
    </message>
    <message>
        <source>needs at least one target</source>
        <translation>wymaga co najmniej jednego celu</translation>
    </message>
    <message>
        <source>needs at least one pattern</source>
        <translation>wymaga co najmniej jednego wzorca</translation>
    </message>
    <message>
        <source>needs a condition on user, project or key</source>
        <translation>wymaga warunku na user, project lub key</translation>
    </message>
    <message>
        <source>needs at least one version with a share above 0</source>
        <translation>wymaga co najmniej jednej wersji z udziałem większym od 0</translation>
    </message>
    <message>
        <source>needs at least one version</source>
        <translation>wymaga co najmniej jednej wersji</translation>
    </message>
    <message>
        <source>must be more than simple_max_prompt_tokens</source>
        <translation>musi być większe niż simple_max_prompt_tokens</translation>
    </message>
    <message>
        <source>must be more than 0 where there is no service_tier: else the tier is the price itself</source>
        <translation>musi być większe od 0, gdy nie ma service_tier: inaczej próg jest samą ceną</translation>
    </message>
    <message>
        <source>or another price must be there: a tier says at least one</source>
        <translation>lub inna cena musi tu być: próg podaje co najmniej jedną</translation>
    </message>
    <message>
        <source>is the same as another tier&apos;s</source>
        <translation>jest takie samo jak w innym progu</translation>
    </message>
    <message>
        <source>is of one tier too many: there may be %1</source>
        <translation>należy do progu ponad limit: może ich być %1</translation>
    </message>
    <message>
        <source>is of one version too many: there may be %1</source>
        <translation>należy do wersji ponad limit: może ich być %1</translation>
    </message>
    <message>
        <source>must not be before 1970</source>
        <translation>nie może być przed rokiem 1970</translation>
    </message>
    <message>
        <source>is the same as another version&apos;s</source>
        <translation>jest takie samo jak w innej wersji</translation>
    </message>
    <message>
        <source>must be v1, v2, …</source>
        <translation>musi mieć postać v1, v2, …</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>występuje dwa razy</translation>
    </message>
    <message>
        <source>names no version of this prompt</source>
        <translation>nie wskazuje żadnej wersji tego promptu</translation>
    </message>
    <message>
        <source>names no version of prompt %1: %2</source>
        <translation>nie wskazuje żadnej wersji promptu %1: %2</translation>
    </message>
    <message>
        <source>must be one of: auto, chat, responses</source>
        <translation>musi mieć jedną z wartości: auto, chat, responses</translation>
    </message>
    <message>
        <source>must be the absolute path of a PEM file</source>
        <translation>musi być bezwzględną ścieżką pliku PEM</translation>
    </message>
    <message>
        <source>must be the name of an AWS region</source>
        <translation>musi być nazwą regionu AWS</translation>
    </message>
    <message>
        <source>must be an origin such as https://app.example.com, without a path</source>
        <translation>musi być źródłem (origin), np. https://app.example.com, bez ścieżki</translation>
    </message>
    <message>
        <source>must be a name such as Europe/Berlin, or null for UTC</source>
        <translation>musi być nazwą, np. Europe/Berlin, albo null dla UTC</translation>
    </message>
    <message>
        <source>cannot be changed</source>
        <translation>nie można zmienić</translation>
    </message>
    <message>
        <source>cannot be changed; add a version instead</source>
        <translation>nie można zmienić; zamiast tego dodaj wersję</translation>
    </message>
    <message>
        <source>means something else in the admin API</source>
        <translation>oznacza w API administracyjnym co innego</translation>
    </message>
    <message>
        <source>is no template: %1</source>
        <translation>nie jest szablonem: %1</translation>
    </message>
    <message>
        <source>names no %1 that there is: %2</source>
        <translation>nie wskazuje istniejącego obiektu: %1 %2</translation>
    </message>
    <message>
        <source>names no key that there is: %1</source>
        <translation>nie wskazuje istniejącego klucza: %1</translation>
    </message>
    <message>
        <source>is no header that can be set</source>
        <translation>to nagłówek, którego nie można ustawić</translation>
    </message>
    <message>
        <source>is masked and stands for no value that is stored</source>
        <translation>jest zamaskowane i nie odpowiada żadnej zapisanej wartości</translation>
    </message>
    <message>
        <source>is masked and stands for no key that is stored</source>
        <translation>jest zamaskowane i nie odpowiada żadnemu zapisanemu kluczowi</translation>
    </message>
    <message>
        <source>must hold at most %1 headers</source>
        <translation>może zawierać najwyżej %1 nagłówków</translation>
    </message>
    <message>
        <source>must be later than from</source>
        <translation>musi być późniejsze niż from</translation>
    </message>
    <message numerus="yes">
        <source>holds %n versions already; give a shorter one</source>
        <translation>
            <numerusform>zawiera już %n wersję; podaj krótszą</numerusform>
            <numerusform>zawiera już %n wersje; podaj krótszą</numerusform>
            <numerusform>zawiera już %n wersji; podaj krótszą</numerusform>
        </translation>
    </message>
    <message>
        <source>means the same %1 as an entry before it</source>
        <translation>oznacza ten sam obiekt (%1) co wcześniejszy wpis</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by %2</source>
        <translation>nie może zniknąć bez %1, z którego korzysta %2</translation>
    </message>
    <message>
        <source>needs the environment variable %1, which is not set</source>
        <translation>wymaga zmiennej środowiskowej %1, która nie jest ustawiona</translation>
    </message>
    <message>
        <source>must be yaml or json</source>
        <translation>musi mieć wartość yaml lub json</translation>
    </message>
    <message>
        <source>must be the only field, a mapping of names as in prompts.yaml</source>
        <translation>musi być jedynym polem, odwzorowaniem nazw jak w prompts.yaml</translation>
    </message>
    <message>
        <source>must be a mapping with a template</source>
        <translation>musi być odwzorowaniem z polem template</translation>
    </message>
    <message>
        <source>must have ranges that begin at a number of tokens</source>
        <translation>musi mieć zakresy zaczynające się od liczby tokenów</translation>
    </message>
    <message>
        <source>must hold factors between 0 and 100</source>
        <translation>musi zawierać współczynniki od 0 do 100</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>musi być liczbą</translation>
    </message>
    <message>
        <source>must not be negative</source>
        <translation>nie może być ujemne</translation>
    </message>
    <message>
        <source>is no plausible price in USD per token</source>
        <translation>nie jest wiarygodną ceną w USD za token</translation>
    </message>
    <message>
        <source>is too large or too deep</source>
        <translation>jest za duże lub zbyt zagnieżdżone</translation>
    </message>
    <message>
        <source>has a key that is no text</source>
        <translation>ma klucz, który nie jest tekstem</translation>
    </message>
    <message>
        <source>has the key %1 twice</source>
        <translation>ma klucz %1 dwa razy</translation>
    </message>
    <message>
        <source>must be a mapping at the top</source>
        <translation>musi być odwzorowaniem na najwyższym poziomie</translation>
    </message>
    <message>
        <source>there is more behind its end</source>
        <translation>za jego końcem jest coś jeszcze</translation>
    </message>
    <message>
        <source>is not valid JSON: %1</source>
        <translation>nie jest poprawnym JSON-em: %1</translation>
    </message>
    <message>
        <source>is not one that this list gave out</source>
        <translation>nie pochodzi z tej listy</translation>
    </message>
    <message>
        <source>is none that there is</source>
        <translation>nie istnieje</translation>
    </message>
    <message>
        <source>is not set: there is nothing to test</source>
        <translation>nie jest ustawione: nie ma czego testować</translation>
    </message>
    <message>
        <source>can only be user_agent</source>
        <translation>może mieć tylko wartość user_agent</translation>
    </message>
    <message>
        <source>is of a type that has no arms to choose from</source>
        <translation>jest typu, który nie ma ramion do wyboru</translation>
    </message>
    <message>
        <source>must be less than %1</source>
        <translation>musi być mniejsze niż %1</translation>
    </message>
    <message>
        <source>must be an http or https URL</source>
        <translation>musi być adresem URL http lub https</translation>
    </message>
    <message>
        <source>must not hold a user name or password</source>
        <translation>nie może zawierać nazwy użytkownika ani hasła</translation>
    </message>
    <message>
        <source>leads to an address that webhooks may not go to</source>
        <translation>prowadzi do adresu, na który nie wolno wysyłać webhooków</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>nie zostało podane</translation>
    </message>
    <message>
        <source>must hold 1 to %1 requests</source>
        <translation>musi zawierać od 1 do %1 żądań</translation>
    </message>
    <message>
        <source>must be the object that would be sent</source>
        <translation>musi być obiektem, który zostałby wysłany</translation>
    </message>
    <message>
        <source>must be the JSON object that would be sent</source>
        <translation>musi być obiektem JSON, który zostałby wysłany</translation>
    </message>
    <message>
        <source>must have 256 bytes at most</source>
        <translation>może mieć najwyżej 256 bajtów</translation>
    </message>
    <message>
        <source>must be a route that asks a model, such as /v1/chat/completions or /v1/messages</source>
        <translation>musi być ścieżką, która pyta model, np. /v1/chat/completions lub /v1/messages</translation>
    </message>
    <message>
        <source>must be openai_chat, openai_responses, anthropic_messages or openai_completions</source>
        <translation>musi mieć wartość openai_chat, openai_responses, anthropic_messages lub openai_completions</translation>
    </message>
    <message>
        <source>is not the first of that name</source>
        <translation>nie jest pierwszym o tej nazwie</translation>
    </message>
    <message>
        <source>and items cannot be given together</source>
        <translation>i items nie mogą być podane razem</translation>
    </message>
    <message>
        <source>are too many for what is to go into each of them (64 MiB in all)</source>
        <translation>jest za dużo na to, co ma trafić do każdego z nich (łącznie 64 MiB)</translation>
    </message>
    <message>
        <source>must be UTF-8</source>
        <translation>musi być w UTF-8</translation>
    </message>
    <message>
        <source>must be the text of a JSON object</source>
        <translation>musi być tekstem obiektu JSON</translation>
    </message>
    <message>
        <source>must be a string or an array</source>
        <translation>musi być tekstem lub tablicą</translation>
    </message>
    <message>
        <source>must be a string or an array of parts</source>
        <translation>musi być tekstem lub tablicą części</translation>
    </message>
    <message>
        <source>must be a string or an array of items</source>
        <translation>musi być tekstem lub tablicą elementów</translation>
    </message>
    <message>
        <source>must be a string or an array of content blocks</source>
        <translation>musi być tekstem lub tablicą bloków treści</translation>
    </message>
    <message>
        <source>must be an array of strings</source>
        <translation>musi być tablicą tekstów</translation>
    </message>
    <message>
        <source>must be an array that is not empty</source>
        <translation>musi być niepustą tablicą</translation>
    </message>
    <message>
        <source>must hold at least one message</source>
        <translation>musi zawierać co najmniej jedną wiadomość</translation>
    </message>
    <message>
        <source>must hold at least one item</source>
        <translation>musi zawierać co najmniej jeden element</translation>
    </message>
    <message>
        <source>must be a string, an array of strings, or arrays of token ids, and not empty</source>
        <translation>musi być tekstem, tablicą tekstów lub tablicami identyfikatorów tokenów, i nie może być puste</translation>
    </message>
    <message>
        <source>must be float or base64</source>
        <translation>musi mieć wartość float lub base64</translation>
    </message>
    <message>
        <source>must be user or model</source>
        <translation>musi mieć wartość user lub model</translation>
    </message>
    <message>
        <source>must be base64, url or file</source>
        <translation>musi mieć wartość base64, url lub file</translation>
    </message>
    <message>
        <source>must be base64, url, file, text or content</source>
        <translation>musi mieć wartość base64, url, file, text lub content</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>musi być liczbą całkowitą</translation>
    </message>
    <message>
        <source>must be an integer</source>
        <translation>musi być liczbą całkowitą</translation>
    </message>
    <message>
        <source>is only allowed when stream is true</source>
        <translation>jest dozwolone tylko, gdy stream ma wartość true</translation>
    </message>
    <message>
        <source>needs content</source>
        <translation>wymaga pola content</translation>
    </message>
    <message>
        <source>needs a type</source>
        <translation>wymaga pola type</translation>
    </message>
    <message>
        <source>needs a role</source>
        <translation>wymaga pola role</translation>
    </message>
    <message>
        <source>needs a name</source>
        <translation>wymaga pola name</translation>
    </message>
    <message>
        <source>needs an id</source>
        <translation>wymaga pola id</translation>
    </message>
    <message>
        <source>needs parts</source>
        <translation>wymaga pola parts</translation>
    </message>
    <message>
        <source>needs a call_id</source>
        <translation>wymaga pola call_id</translation>
    </message>
    <message>
        <source>needs a tool_use_id</source>
        <translation>wymaga pola tool_use_id</translation>
    </message>
    <message>
        <source>needs a fileUri</source>
        <translation>wymaga pola fileUri</translation>
    </message>
    <message>
        <source>needs a mimeType and data</source>
        <translation>wymaga pól mimeType i data</translation>
    </message>
    <message>
        <source>holds more than %1 entries</source>
        <translation>zawiera więcej niż %1 pozycji</translation>
    </message>
    <message>
        <source>mixes texts and token ids</source>
        <translation>miesza teksty i identyfikatory tokenów</translation>
    </message>
    <message>
        <source>%1 are missing</source>
        <translation>brakuje: %1</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>brakuje: %1</translation>
    </message>
    <message>
        <source>%1 must be a text, not a list or an object</source>
        <translation>%1 musi być tekstem, a nie listą ani obiektem</translation>
    </message>
    <message>
        <source>%1 must be texts, not lists or objects</source>
        <translation>%1 muszą być tekstami, a nie listami ani obiektami</translation>
    </message>
    <message>
        <source>%1 is in no template</source>
        <translation>%1 nie występuje w żadnym szablonie</translation>
    </message>
    <message>
        <source>%1 are in no template</source>
        <translation>%1 nie występują w żadnym szablonie</translation>
    </message>
    <message>
        <source>%1 and %2 are missing</source>
        <translation>brakuje: %1 i %2</translation>
    </message>
    <message>
        <source>%1 and %2 are in no template</source>
        <translation>%1 i %2 nie występują w żadnym szablonie</translation>
    </message>
    <message>
        <source>%1 and %2 must be texts, not lists or objects</source>
        <translation>%1 i %2 muszą być tekstami, a nie listami ani obiektami</translation>
    </message>
    <message>
        <source>would be longer than %1 MiB</source>
        <translation>byłoby dłuższe niż %1 MiB</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>wiersz %1: %2</translation>
    </message>
    <message>
        <source>%1 is never closed</source>
        <translation>%1 nigdzie się nie zamyka</translation>
    </message>
    <message>
        <source>%1 names no variable: names have letters, digits, _, - and dots</source>
        <translation>%1 nie nazywa zmiennej: nazwy składają się z liter, cyfr, _, - i kropek</translation>
    </message>
    <message>
        <source>{{&gt; …}} would take in another template, which prompts cannot</source>
        <translation>{{&gt; …}} włączyłoby inny szablon, czego prompty nie potrafią</translation>
    </message>
    <message>
        <source>{{= …}} would change the delimiters, which prompts cannot</source>
        <translation>{{= …}} zmieniłoby ograniczniki, czego prompty nie potrafią</translation>
    </message>
    <message>
        <source>sections stand more than %1 deep in each other</source>
        <translation>sekcje są zagnieżdżone głębiej niż %1</translation>
    </message>
    <message>
        <source>%1 closes what was never opened</source>
        <translation>%1 zamyka to, czego nigdy nie otwarto</translation>
    </message>
    <message>
        <source>%1 stands where %2 must be closed first</source>
        <translation>%1 stoi tam, gdzie najpierw trzeba zamknąć %2</translation>
    </message>
    <message>
        <source>{% … %} is Jinja; templates here are Mustache: {{#name}} … {{/name}}</source>
        <translation>{% … %} to Jinja; szablony są tu w Mustache: {{#name}} … {{/name}}</translation>
    </message>
    <message>
        <source>Bedrock does not take it for this model</source>
        <translation>Bedrock nie przyjmuje tego dla tego modelu</translation>
    </message>
    <message>
        <source>the highest effort here is high</source>
        <translation>najwyższy wysiłek to tutaj high</translation>
    </message>
    <message>
        <source>high effort excludes max_tokens, temperature and top_p here</source>
        <translation>wysiłek high wyklucza tu max_tokens, temperature i top_p</translation>
    </message>
    <message>
        <source>request metadata takes up to 256 letters, digits and few signs</source>
        <translation>metadane żądania przyjmują do 256 liter, cyfr i niektórych znaków</translation>
    </message>
    <message>
        <source>embeddings are not asked for through Bedrock</source>
        <translation>o osadzenia nie prosi się przez Bedrock</translation>
    </message>
    <message>
        <source>a document must come with a text</source>
        <translation>dokumentowi musi towarzyszyć tekst</translation>
    </message>
    <message>
        <source>this model has no cache</source>
        <translation>ten model nie ma pamięci podręcznej</translation>
    </message>
    <message>
        <source>images are JPEG, PNG, GIF or WebP here, sent as they are or from S3, not by address</source>
        <translation>obrazy muszą tu być JPEG, PNG, GIF lub WebP, wysłane wprost lub z S3, nie adresem</translation>
    </message>
    <message>
        <source>this provider does not take such audio</source>
        <translation>ten dostawca nie przyjmuje takiego dźwięku</translation>
    </message>
    <message>
        <source>documents are PDF, Word, Excel, HTML or text here, sent as they are or from S3, not by address</source>
        <translation>dokumenty muszą tu być PDF, Word, Excel, HTML lub tekstem, wysłane wprost lub z S3, nie adresem</translation>
    </message>
    <message>
        <source>Bedrock&apos;s models are not held to schemas alike</source>
        <translation>modele Bedrock nie trzymają się schematów jednakowo</translation>
    </message>
    <message>
        <source>this model does not cache tools</source>
        <translation>ten model nie zapamiętuje narzędzi</translation>
    </message>
    <message>
        <source>this model decides itself how many tools it calls at once</source>
        <translation>ten model sam decyduje, ile narzędzi wywołuje naraz</translation>
    </message>
    <message>
        <source>tools of the conversation stay declared; the model may call them</source>
        <translation>narzędzia z rozmowy pozostają zadeklarowane; model może je wywołać</translation>
    </message>
    <message>
        <source>at most 5 stop sequences are taken</source>
        <translation>przyjmuje się najwyżej 5 sekwencji stop</translation>
    </message>
    <message>
        <source>this model samples in its own way</source>
        <translation>ten model próbkuje po swojemu</translation>
    </message>
    <message>
        <source>this model gives one answer at a time</source>
        <translation>ten model daje jedną odpowiedź naraz</translation>
    </message>
    <message>
        <source>at most 8 candidates are answered</source>
        <translation>odpowiedzią jest najwyżej 8 kandydatów</translation>
    </message>
    <message>
        <source>penalties are below 2</source>
        <translation>kary są mniejsze niż 2</translation>
    </message>
    <message>
        <source>seeds have 32 bits; the lower ones are sent</source>
        <translation>ziarna mają 32 bity; wysyłane są młodsze</translation>
    </message>
    <message>
        <source>at most 20 are told</source>
        <translation>podaje się najwyżej 20</translation>
    </message>
    <message>
        <source>an instruction: this model has either functions or JSON answers</source>
        <translation>jako polecenie: ten model ma albo funkcje, albo odpowiedzi JSON</translation>
    </message>
    <message>
        <source>the highest level here is high</source>
        <translation>najwyższy poziom to tutaj high</translation>
    </message>
    <message>
        <source>this model always thinks; it is asked to think little</source>
        <translation>ten model zawsze myśli; poproszono go, by myślał mało</translation>
    </message>
    <message>
        <source>the lowest level here is low</source>
        <translation>najniższy poziom to tutaj low</translation>
    </message>
    <message>
        <source>this model knows only low and high</source>
        <translation>ten model zna tylko low i high</translation>
    </message>
    <message>
        <source>this model thinks with %1 to %2 tokens</source>
        <translation>ten model myśli, zużywając od %1 do %2 tokenów</translation>
    </message>
    <message>
        <source>all images of a request have the same resolution</source>
        <translation>wszystkie obrazy żądania mają tę samą rozdzielczość</translation>
    </message>
    <message>
        <source>of the schema, Gemini does not take: %1</source>
        <translation>ze schematu Gemini nie przyjmuje: %1</translation>
    </message>
    <message>
        <source>instructions are sent in front of the conversation</source>
        <translation>polecenia wysyłane są przed rozmową</translation>
    </message>
    <message>
        <source>Gemini takes only text as instructions</source>
        <translation>Gemini przyjmuje jako polecenia tylko tekst</translation>
    </message>
    <message>
        <source>the arguments of %1 are no JSON object</source>
        <translation>argumenty %1 nie są obiektem JSON</translation>
    </message>
    <message>
        <source>Gemini did not sign this call; it is told so</source>
        <translation>Gemini nie podpisało tego wywołania; jest o tym informowane</translation>
    </message>
    <message>
        <source>Gemini takes back only thoughts that it signed</source>
        <translation>Gemini przyjmuje z powrotem tylko myśli, które podpisało</translation>
    </message>
    <message>
        <source>no call before it has the id &quot;%1&quot;</source>
        <translation>żadne wcześniejsze wywołanie nie ma id „%1”</translation>
    </message>
    <message>
        <source>its call has been answered before</source>
        <translation>na jego wywołanie już odpowiedziano</translation>
    </message>
    <message>
        <source>pictures in a tool&apos;s result are sent next to it</source>
        <translation>obrazy z wyniku narzędzia wysyłane są obok niego</translation>
    </message>
    <message>
        <source>Gemini takes no names of documents</source>
        <translation>Gemini nie przyjmuje nazw dokumentów</translation>
    </message>
    <message>
        <source>this model takes files only as data, not by address</source>
        <translation>ten model przyjmuje pliki tylko jako dane, nie adresem</translation>
    </message>
    <message>
        <source>a file kept at another provider has no address that can be sent on</source>
        <translation>plik przechowywany u innego dostawcy nie ma adresu, który można przekazać</translation>
    </message>
    <message>
        <source>Gemini caches by itself</source>
        <translation>Gemini samo używa pamięci podręcznej</translation>
    </message>
    <message>
        <source>Gemini has no names of speakers</source>
        <translation>Gemini nie ma nazw rozmówców</translation>
    </message>
    <message>
        <source>instructions alone are sent as the user&apos;s words</source>
        <translation>same polecenia wysyłane są jako słowa użytkownika</translation>
    </message>
    <message>
        <source>a user&apos;s turn in front: the conversation began with the assistant</source>
        <translation>wypowiedź użytkownika na początku: rozmowę zaczął asystent</translation>
    </message>
    <message>
        <source>a user&apos;s turn at the end: this model takes no beginnings of its answer</source>
        <translation>wypowiedź użytkownika na końcu: ten model nie przyjmuje początku swojej odpowiedzi</translation>
    </message>
    <message>
        <source>Gemini has no such parameter</source>
        <translation>Gemini nie ma takiego parametru</translation>
    </message>
    <message>
        <source>Gemini runs its own tools or calls functions, not both</source>
        <translation>Gemini uruchamia własne narzędzia albo wywołuje funkcje, nie oba naraz</translation>
    </message>
    <message>
        <source>Gemini&apos;s own %1 stands for it, without its options</source>
        <translation>zastępuje to własne %1 Gemini, bez opcji</translation>
    </message>
    <message>
        <source>Gemini decides itself how many functions it calls</source>
        <translation>Gemini samo decyduje, ile funkcji wywołuje</translation>
    </message>
    <message>
        <source>Gemini has no tier of that name</source>
        <translation>Gemini nie ma poziomu o tej nazwie</translation>
    </message>
    <message>
        <source>instructions are sent as the user&apos;s first words: Gemma takes no others</source>
        <translation>polecenia wysyłane są jako pierwsze słowa użytkownika: Gemma innych nie przyjmuje</translation>
    </message>
    <message>
        <source>token ids mean something only to the model they are of</source>
        <translation>identyfikatory tokenów znaczą coś tylko dla modelu, z którego pochodzą</translation>
    </message>
    <message>
        <source>there is nothing to embed</source>
        <translation>nie ma czego osadzać</translation>
    </message>
    <message>
        <source>a model that reasons has no such parameter</source>
        <translation>model rozumujący nie ma takiego parametru</translation>
    </message>
    <message>
        <source>a reply that is not stored has no such parameter</source>
        <translation>odpowiedź, która nie jest przechowywana, nie ma takiego parametru</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is run by another provider</source>
        <translation>„%1” uruchamia inny dostawca</translation>
    </message>
    <message>
        <source>this model cannot be held to that schema</source>
        <translation>tego modelu nie da się zmusić do tego schematu</translation>
    </message>
    <message>
        <source>only user_id is taken</source>
        <translation>przyjmowane jest tylko user_id</translation>
    </message>
    <message>
        <source>at most 256 characters are taken</source>
        <translation>przyjmuje się najwyżej 256 znaków</translation>
    </message>
    <message>
        <source>Anthropic has no embeddings</source>
        <translation>Anthropic nie ma osadzeń (embeddings)</translation>
    </message>
    <message>
        <source>tools that the conversation used are declared, and not offered</source>
        <translation>narzędzia użyte w rozmowie są zadeklarowane, lecz nie oferowane</translation>
    </message>
    <message>
        <source>this provider does not listen to audio</source>
        <translation>ten dostawca nie przyjmuje dźwięku</translation>
    </message>
    <message>
        <source>a block that only its own provider can read</source>
        <translation>blok, który umie odczytać tylko jego własny dostawca</translation>
    </message>
    <message>
        <source>the model chooses the resolution itself</source>
        <translation>model sam wybiera rozdzielczość</translation>
    </message>
    <message>
        <source>images are JPEG, PNG, GIF or WebP here</source>
        <translation>obrazy muszą tu być JPEG, PNG, GIF lub WebP</translation>
    </message>
    <message>
        <source>the image has neither bytes nor an address that this provider can reach</source>
        <translation>obraz nie ma ani bajtów, ani adresu dostępnego dla tego dostawcy</translation>
    </message>
    <message>
        <source>the document has neither bytes nor an address that this provider can reach</source>
        <translation>dokument nie ma ani bajtów, ani adresu dostępnego dla tego dostawcy</translation>
    </message>
    <message>
        <source>documents are PDF or plain text here</source>
        <translation>dokumenty muszą tu być PDF lub zwykłym tekstem</translation>
    </message>
    <message>
        <source>there are no tools to choose from</source>
        <translation>nie ma narzędzi do wyboru</translation>
    </message>
    <message>
        <source>this model is never forced to call a tool</source>
        <translation>tego modelu nigdy nie zmusza się do wywołania narzędzia</translation>
    </message>
    <message>
        <source>this model does not think aloud</source>
        <translation>ten model nie myśli na głos</translation>
    </message>
    <message>
        <source>a model that must call a tool may not think before it</source>
        <translation>model, który musi wywołać narzędzie, nie może przedtem myśleć</translation>
    </message>
    <message>
        <source>thinking cannot begin while calls are answered that were made without it</source>
        <translation>myślenie nie może się zacząć, gdy odpowiada się na wywołania wykonane bez niego</translation>
    </message>
    <message>
        <source>this model always thinks; it is asked for the least</source>
        <translation>ten model zawsze myśli; poproszono go o jak najmniej</translation>
    </message>
    <message>
        <source>this model has no such parameter</source>
        <translation>ten model nie ma takiego parametru</translation>
    </message>
    <message>
        <source>the least effort here is low</source>
        <translation>najmniejszy wysiłek to tutaj low</translation>
    </message>
    <message>
        <source>this model has no such effort</source>
        <translation>ten model nie ma takiego poziomu wysiłku</translation>
    </message>
    <message>
        <source>this model sets its own budget; effort %1 stands for it</source>
        <translation>ten model sam ustala swój budżet; zastępuje go wysiłek %1</translation>
    </message>
    <message>
        <source>this model sets its own budget; effort %1 stands for %2</source>
        <translation>ten model sam ustala swój budżet; wysiłek %1 zastępuje %2</translation>
    </message>
    <message>
        <source>this model thinks within a budget instead</source>
        <translation>ten model myśli zamiast tego w ramach budżetu</translation>
    </message>
    <message>
        <source>the least budget is 1,024 tokens</source>
        <translation>najmniejszy budżet to 1024 tokeny</translation>
    </message>
    <message>
        <source>max_tokens leaves no room for 1,024 tokens of thinking</source>
        <translation>max_tokens nie zostawia miejsca na 1024 tokeny myślenia</translation>
    </message>
    <message>
        <source>the budget must be below max_tokens</source>
        <translation>budżet musi być mniejszy niż max_tokens</translation>
    </message>
    <message>
        <source>the longest reply of this model is %1</source>
        <translation>najdłuższa odpowiedź tego modelu to %1</translation>
    </message>
    <message>
        <source>this API wants one: %1</source>
        <translation>to API go wymaga: %1</translation>
    </message>
    <message>
        <source>the highest here is 1</source>
        <translation>najwyższa wartość to tutaj 1</translation>
    </message>
    <message>
        <source>it is 1 while the model thinks</source>
        <translation>wynosi 1, gdy model myśli</translation>
    </message>
    <message>
        <source>it cannot be set while the model thinks</source>
        <translation>nie można tego ustawić, gdy model myśli</translation>
    </message>
    <message>
        <source>it is at least 0.95 while the model thinks</source>
        <translation>wynosi co najmniej 0,95, gdy model myśli</translation>
    </message>
    <message>
        <source>this model takes temperature or top_p, not both</source>
        <translation>ten model przyjmuje temperature albo top_p, nie oba naraz</translation>
    </message>
    <message>
        <source>this model takes no sampling parameters</source>
        <translation>ten model nie przyjmuje parametrów próbkowania</translation>
    </message>
    <message>
        <source>limits in the schema are told, not enforced</source>
        <translation>ograniczenia ze schematu są przekazywane, lecz nie wymuszane</translation>
    </message>
    <message>
        <source>the model is told in words to answer in JSON</source>
        <translation>modelowi mówi się słowami, by odpowiedział w JSON</translation>
    </message>
    <message>
        <source>the answer is asked for as the arguments of a tool</source>
        <translation>o odpowiedź prosi się jako o argumenty narzędzia</translation>
    </message>
    <message>
        <source>turns have no names here</source>
        <translation>wypowiedzi nie mają tu nazw</translation>
    </message>
    <message>
        <source>a system message holds nothing but text here</source>
        <translation>wiadomość systemowa zawiera tu tylko tekst</translation>
    </message>
    <message>
        <source>a system message in mid-conversation moves to the front</source>
        <translation>wiadomość systemowa ze środka rozmowy trafia na początek</translation>
    </message>
    <message>
        <source>reasoning that this provider did not sign</source>
        <translation>rozumowanie, którego ten dostawca nie podpisał</translation>
    </message>
    <message>
        <source>the result of a tool that was not called before it</source>
        <translation>wynik narzędzia, którego wcześniej nie wywołano</translation>
    </message>
    <message>
        <source>a call without a result is answered with an error</source>
        <translation>wywołanie bez wyniku dostaje w odpowiedzi błąd</translation>
    </message>
    <message>
        <source>a conversation has to begin with the user</source>
        <translation>rozmowę musi zacząć użytkownik</translation>
    </message>
    <message>
        <source>this model does not continue a turn of its own; it is asked to</source>
        <translation>ten model sam nie kontynuuje swojej wypowiedzi; jest o to proszony</translation>
    </message>
    <message>
        <source>a stop sequence has to hold more than whitespace</source>
        <translation>sekwencja stop musi zawierać coś poza białymi znakami</translation>
    </message>
    <message>
        <source>arguments that are no JSON object are wrapped in one</source>
        <translation>argumenty, które nie są obiektem JSON, są w taki opakowywane</translation>
    </message>
    <message>
        <source>a tool of free text is sent as a function of one text</source>
        <translation>narzędzie z wolnym tekstem wysyłane jest jako funkcja jednego tekstu</translation>
    </message>
    <message>
        <source>the model is told of the grammar, and not held to it</source>
        <translation>modelowi przekazuje się gramatykę, ale nie wymusza jej</translation>
    </message>
    <message>
        <source>this model knows none of Anthropic&apos;s betas</source>
        <translation>ten model nie zna żadnych funkcji beta Anthropic</translation>
    </message>
    <message>
        <source>this API does not tell comments of the model from its answer</source>
        <translation>to API nie odróżnia komentarzy modelu od odpowiedzi</translation>
    </message>
    <message>
        <source>this provider has no such parameter</source>
        <translation>ten dostawca nie ma takiego parametru</translation>
    </message>
    <message>
        <source>%1 has no such parameter</source>
        <translation>%1 nie ma takiego parametru</translation>
    </message>
    <message>
        <source>at most 4 stop sequences are taken</source>
        <translation>przyjmuje się najwyżej 4 sekwencje stop</translation>
    </message>
    <message>
        <source>this model reasons, and picks its words by itself</source>
        <translation>ten model rozumuje i sam dobiera słowa</translation>
    </message>
    <message>
        <source>models that reason take no stop sequences</source>
        <translation>modele rozumujące nie przyjmują sekwencji stop</translation>
    </message>
    <message>
        <source>this provider takes no reasoning back</source>
        <translation>ten dostawca nie przyjmuje z powrotem rozumowania</translation>
    </message>
    <message>
        <source>pictures in a tool&apos;s result are sent as a message of the user</source>
        <translation>obrazy z wyniku narzędzia wysyłane są jako wiadomość użytkownika</translation>
    </message>
    <message>
        <source>an image kept at another provider has no address that can be sent on</source>
        <translation>obraz przechowywany u innego dostawcy nie ma adresu, który można przekazać</translation>
    </message>
    <message>
        <source>documents by address are not taken; send the file itself</source>
        <translation>dokumenty podane adresem nie są przyjmowane; wyślij sam plik</translation>
    </message>
    <message>
        <source>audio by address is not taken; send the recording itself</source>
        <translation>dźwięk podany adresem nie jest przyjmowany; wyślij samo nagranie</translation>
    </message>
    <message>
        <source>the nearest effort that this model takes is %1</source>
        <translation>najbliższy poziom wysiłku przyjmowany przez ten model to %1</translation>
    </message>
    <message>
        <source>this model does not reason where it calls functions in Chat Completions</source>
        <translation>ten model nie rozumuje, gdy wywołuje funkcje w Chat Completions</translation>
    </message>
    <message>
        <source>this model calls functions in Chat Completions only without reasoning</source>
        <translation>ten model wywołuje funkcje w Chat Completions tylko bez rozumowania</translation>
    </message>
    <message>
        <source>the highest effort here is xhigh</source>
        <translation>najwyższy wysiłek to tutaj xhigh</translation>
    </message>
    <message>
        <source>this model does not reason</source>
        <translation>ten model nie rozumuje</translation>
    </message>
    <message>
        <source>at least 16 tokens have to be allowed</source>
        <translation>trzeba dopuścić co najmniej 16 tokenów</translation>
    </message>
    <message>
        <source>OpenAI&apos;s Responses API has no stop sequences</source>
        <translation>Responses API OpenAI nie ma sekwencji stop</translation>
    </message>
    <message>
        <source>messages have no names here</source>
        <translation>wiadomości nie mają tu nazw</translation>
    </message>
    <message>
        <source>nothing follows it that it could belong to</source>
        <translation>nie następuje po nim nic, do czego mogłoby należeć</translation>
    </message>
    <message>
        <source>a model&apos;s own turn holds only text here</source>
        <translation>własna wypowiedź modelu zawiera tu tylko tekst</translation>
    </message>
    <message>
        <source>this provider reads only its own reasoning</source>
        <translation>ten dostawca czyta tylko własne rozumowanie</translation>
    </message>
    <message>
        <source>recordings are not taken in Responses</source>
        <translation>Responses nie przyjmuje nagrań</translation>
    </message>
    <message>
        <source>an Anthropic message holds one answer</source>
        <translation>wiadomość Anthropic zawiera jedną odpowiedź</translation>
    </message>
    <message>
        <source>an Anthropic message does not tell comments from the answer</source>
        <translation>wiadomość Anthropic nie odróżnia komentarzy od odpowiedzi</translation>
    </message>
    <message>
        <source>arguments came for a tool call that was closed or never begun</source>
        <translation>nadeszły argumenty wywołania narzędzia, które zamknięto lub nigdy nie zaczęto</translation>
    </message>
    <message>
        <source>a citation that Anthropic&apos;s format has no words for</source>
        <translation>cytat, którego format Anthropic nie umie wyrazić</translation>
    </message>
    <message>
        <source>a block that only its own provider&apos;s callers can read</source>
        <translation>blok, który umieją odczytać tylko klienci jego własnego dostawcy</translation>
    </message>
    <message>
        <source>a block that only its own provider&apos;s callers can be shown</source>
        <translation>blok, który można pokazać tylko klientom jego własnego dostawcy</translation>
    </message>
    <message>
        <source>Chat Completions does not tell comments from the answer</source>
        <translation>Chat Completions nie odróżnia komentarzy od odpowiedzi</translation>
    </message>
    <message>
        <source>this citation has no place in a Responses message</source>
        <translation>na ten cytat nie ma miejsca w wiadomości Responses</translation>
    </message>
    <message>
        <source>a block that only callers of its provider&apos;s own format can be shown</source>
        <translation>blok, który można pokazać tylko klientom formatu jego dostawcy</translation>
    </message>
    <message>
        <source>arguments of a call that had ended</source>
        <translation>argumenty wywołania, które się skończyło</translation>
    </message>
    <message numerus="yes">
        <source>its context window holds %n tokens</source>
        <translation>
            <numerusform>jego okno kontekstu mieści %n token</numerusform>
            <numerusform>jego okno kontekstu mieści %n tokeny</numerusform>
            <numerusform>jego okno kontekstu mieści %n tokenów</numerusform>
        </translation>
    </message>
    <message>
        <source>it makes no embeddings</source>
        <translation>nie tworzy osadzeń (embeddings)</translation>
    </message>
    <message>
        <source>it has no tools</source>
        <translation>nie obsługuje narzędzi</translation>
    </message>
    <message>
        <source>it cannot see images</source>
        <translation>nie widzi obrazów</translation>
    </message>
    <message>
        <source>weight %1 counts as %2 by its health</source>
        <translation>waga %1 liczy się jako %2 ze względu na jego stan</translation>
    </message>
    <message>
        <source>no latency known yet</source>
        <translation>opóźnienie jeszcze nieznane</translation>
    </message>
    <message>
        <source>%1 ms, %2 running</source>
        <translation>%1 ms, w toku: %2</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>w toku: %1</translation>
    </message>
    <message>
        <source>about %1 USD</source>
        <translation>około %1 USD</translation>
    </message>
    <message>
        <source>the task looks %1: %2</source>
        <translation>zadanie wygląda na %1: %2</translation>
    </message>
    <message>
        <source>about %1 tokens of prompt</source>
        <translation>około %1 tokenów promptu</translation>
    </message>
    <message>
        <source>%1 tokens of prompt</source>
        <translation>tokenów promptu: %1</translation>
    </message>
    <message>
        <source>up to %1 tokens of answer</source>
        <translation>do %1 tokenów odpowiedzi</translation>
    </message>
    <message>
        <source>reasoning is asked for</source>
        <translation>poproszono o rozumowanie</translation>
    </message>
    <message>
        <source>the task says &quot;%1&quot;</source>
        <translation>w zadaniu jest „%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n tool</source>
        <translation>
            <numerusform>%n narzędzie</numerusform>
            <numerusform>%n narzędzia</numerusform>
            <numerusform>%n narzędzi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tools</source>
        <translation>
            <numerusform>%n narzędzie</numerusform>
            <numerusform>%n narzędzia</numerusform>
            <numerusform>%n narzędzi</numerusform>
        </translation>
    </message>
    <message>
        <source>images</source>
        <translation>obrazy</translation>
    </message>
    <message>
        <source>the answer must fit a schema</source>
        <translation>odpowiedź musi pasować do schematu</translation>
    </message>
    <message>
        <source>short and plain</source>
        <translation>krótkie i proste</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; is neither an alias nor provider/model of a known provider.</source>
        <translation>Model „%1” nie jest ani aliasem, ani parą dostawca/model znanego dostawcy.</translation>
    </message>
    <message>
        <source>named directly: %1</source>
        <translation>wskazany wprost: %1</translation>
    </message>
    <message>
        <source>alias %1 → strategy simple</source>
        <translation>alias %1 → strategia: pierwszy sprawny</translation>
    </message>
    <message>
        <source>alias %1 → strategy weighted</source>
        <translation>alias %1 → strategia: wg wagi</translation>
    </message>
    <message>
        <source>alias %1 → strategy least latency</source>
        <translation>alias %1 → strategia: najszybszy</translation>
    </message>
    <message>
        <source>alias %1 → strategy least cost</source>
        <translation>alias %1 → strategia: najtańszy</translation>
    </message>
    <message>
        <source>alias %1 → strategy auto</source>
        <translation>alias %1 → strategia: wg zadania</translation>
    </message>
    <message>
        <source>override header</source>
        <translation>nagłówek wymuszający</translation>
    </message>
    <message>
        <source>unknown version asked for, default served</source>
        <translation>poproszono o nieznaną wersję, podano domyślną</translation>
    </message>
    <message>
        <source>the request&apos;s own</source>
        <translation>z samego żądania</translation>
    </message>
    <message>
        <source>flag %1, bucket %2, %3</source>
        <translation>flaga %1, kubełek %2, %3</translation>
    </message>
    <message>
        <source>flag %1: canary bucket %2 &lt; %3 → %4</source>
        <translation>flaga %1: kubełek kanarka %2 &lt; %3 → %4</translation>
    </message>
    <message>
        <source>flag %1: canary bucket %2 ≥ %3 → %4</source>
        <translation>flaga %1: kubełek kanarka %2 ≥ %3 → %4</translation>
    </message>
    <message>
        <source>flag %1: canary bucket %2, rule:%3 → %4</source>
        <translation>flaga %1: kubełek kanarka %2, reguła %3 → %4</translation>
    </message>
    <message>
        <source>flag %1: canary bucket %2, %3 → %4</source>
        <translation>flaga %1: kubełek kanarka %2, %3 → %4</translation>
    </message>
    <message>
        <source>no such provider</source>
        <translation>nie ma takiego dostawcy</translation>
    </message>
    <message>
        <source>provider disabled</source>
        <translation>dostawca wyłączony</translation>
    </message>
    <message>
        <source>kill switch %1</source>
        <translation>wyłącznik awaryjny %1</translation>
    </message>
    <message>
        <source>it is not tagged %1</source>
        <translation>nie ma etykiety %1</translation>
    </message>
    <message>
        <source>about %1 USD is more than %2</source>
        <translation>około %1 USD to więcej niż %2</translation>
    </message>
    <message>
        <source>resting</source>
        <translation>odpoczywa</translation>
    </message>
    <message>
        <source>circuit %1</source>
        <translation>bezpiecznik %1</translation>
    </message>
    <message>
        <source>circuit open</source>
        <translation>bezpiecznik otwarty</translation>
    </message>
    <message>
        <source>circuit half_open</source>
        <translation>bezpiecznik półotwarty</translation>
    </message>
    <message>
        <source>all its keys rest</source>
        <translation>wszystkie jego klucze odpoczywają</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation>pominięty: %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>wybrany</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>zapasowy</translation>
    </message>
    <message>
        <source>next in chain</source>
        <translation>następny w kolejce</translation>
    </message>
    <message>
        <source>chosen: %1</source>
        <translation>wybrany: %1</translation>
    </message>
    <message>
        <source>fallback: %1</source>
        <translation>zapasowy: %1</translation>
    </message>
    <message>
        <source>next in chain: %1</source>
        <translation>następny w kolejce: %1</translation>
    </message>
    <message>
        <source>No target can serve this request: %1</source>
        <translation>Żaden cel nie może obsłużyć tego żądania: %1</translation>
    </message>
    <message>
        <source>No target can serve this request:</source>
        <translation>Żaden cel nie może obsłużyć tego żądania:</translation>
    </message>
    <message>
        <source>No target has room within its provider&apos;s limits: %1</source>
        <translation>Żaden cel nie mieści się w limitach swojego dostawcy: %1</translation>
    </message>
    <message>
        <source>No healthy target: %1</source>
        <translation>Brak sprawnego celu: %1</translation>
    </message>
    <message>
        <source>No healthy target:</source>
        <translation>Brak sprawnego celu.</translation>
    </message>
    <message>
        <source>No healthy target is left.</source>
        <translation>Nie został żaden sprawny cel.</translation>
    </message>
    <message>
        <source>it cannot be tried any more</source>
        <translation>nie można go już próbować</translation>
    </message>
    <message>
        <source>its rpm is used up</source>
        <translation>jego limit żądań na minutę jest wyczerpany</translation>
    </message>
    <message>
        <source>its tpm is used up</source>
        <translation>jego limit tokenów na minutę jest wyczerpany</translation>
    </message>
    <message>
        <source>its %1 is used up</source>
        <translation>jego limit %1 jest wyczerpany</translation>
    </message>
    <message>
        <source>its context window is no larger</source>
        <translation>jego okno kontekstu nie jest większe</translation>
    </message>
    <message>
        <source>attempt %1: %2 %3 — %4</source>
        <translation>próba %1: %2 %3 — %4</translation>
    </message>
    <message>
        <source>attempt %1: %2 answered</source>
        <translation>próba %1: %2 odpowiedział</translation>
    </message>
    <message>
        <source>%1 [upstream request %2]</source>
        <translation>%1 [żądanie u dostawcy %2]</translation>
    </message>
    <message>
        <source>the price of %1 is not known: budgets hold a floor for it and count it apart</source>
        <translation>cena %1 nie jest znana: budżety rezerwują dla niego kwotę minimalną i liczą go osobno</translation>
    </message>
    <message>
        <source>budget %1 is used up → alias %2</source>
        <translation>budżet %1 jest wyczerpany → alias %2</translation>
    </message>
    <message>
        <source>budget %1 of provider %2 is used up</source>
        <translation>budżet %1 dostawcy %2 jest wyczerpany</translation>
    </message>
    <message>
        <source>Budget %1 of %2 USD is used up (%3 spent, %4 reserved); it resets at %5.</source>
        <translation>Budżet %1 w kwocie %2 USD jest wyczerpany (wydano %3, zarezerwowano %4); odnawia się %5.</translation>
    </message>
    <message>
        <source>Budget %1 of %2 USD has too little left (%3 spent, %4 reserved) for a request that may cost %5; it resets at %6.</source>
        <translation>W budżecie %1 w kwocie %2 USD zostało za mało (wydano %3, zarezerwowano %4) na żądanie, które może kosztować %5; odnawia się %6.</translation>
    </message>
    <message>
        <source>answered from the exact cache, %1 s old</source>
        <translation>odpowiedź z dokładnej pamięci podręcznej sprzed %1 s</translation>
    </message>
    <message>
        <source>every target failed (%1) → an answer %2 s old</source>
        <translation>wszystkie cele zawiodły (%1) → odpowiedź sprzed %2 s</translation>
    </message>
    <message>
        <source>flag %1: the canary failed → %2 answers for it</source>
        <translation>flaga %1: kanarek zawiódł → odpowiada za niego %2</translation>
    </message>
    <message>
        <source>Rate limit reached: requests per minute of %1.</source>
        <translation>Osiągnięto limit: żądania na minutę, %1.</translation>
    </message>
    <message>
        <source>Rate limit reached: tokens per minute of %1.</source>
        <translation>Osiągnięto limit: tokeny na minutę, %1.</translation>
    </message>
    <message>
        <source>Rate limit reached: running requests of %1.</source>
        <translation>Osiągnięto limit: żądania w toku, %1.</translation>
    </message>
    <message>
        <source>flag %1: copy of request %2 → %3</source>
        <translation>flaga %1: kopia żądania %2 → %3</translation>
    </message>
    <message>
        <source>%1 counts no tokens itself: estimated here</source>
        <translation>%1 sam nie liczy tokenów: oszacowano je tutaj</translation>
    </message>
    <message>
        <source>prompt %1 %2 (%3)</source>
        <translation>prompt %1 %2 (%3)</translation>
    </message>
    <message>
        <source>prompt %1 %2: %3</source>
        <translation>prompt %1 %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>error rate %1 is above %2 after %n requests</source>
        <translation>
            <numerusform>odsetek błędów %1 przekracza %2 po %n żądaniu</numerusform>
            <numerusform>odsetek błędów %1 przekracza %2 po %n żądaniach</numerusform>
            <numerusform>odsetek błędów %1 przekracza %2 po %n żądaniach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>p95 of %1 ms is above %2 × the %3 ms of %4 after %n requests</source>
        <translation>
            <numerusform>p95 %1 ms przekracza %2 × %3 ms (%4) po %n żądaniu</numerusform>
            <numerusform>p95 %1 ms przekracza %2 × %3 ms (%4) po %n żądaniach</numerusform>
            <numerusform>p95 %1 ms przekracza %2 × %3 ms (%4) po %n żądaniach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cost of %1 USD per request is above %2 × the %3 USD of %4 after %n requests</source>
        <translation>
            <numerusform>koszt %1 USD na żądanie przekracza %2 × %3 USD (%4) po %n żądaniu</numerusform>
            <numerusform>koszt %1 USD na żądanie przekracza %2 × %3 USD (%4) po %n żądaniach</numerusform>
            <numerusform>koszt %1 USD na żądanie przekracza %2 × %3 USD (%4) po %n żądaniach</numerusform>
        </translation>
    </message>
    <message>
        <source>too few answers to tell a 95th percentile</source>
        <translation>za mało odpowiedzi, by podać 95. percentyl</translation>
    </message>
    <message>
        <source>no request with a known price</source>
        <translation>brak żądań o znanej cenie</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %2 of %n requests</source>
        <translation>
            <numerusform>%1 ma %2 z %n żądania</numerusform>
            <numerusform>%1 ma %2 z %n żądań</numerusform>
            <numerusform>%1 ma %2 z %n żądań</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n requests</source>
        <translation>
            <numerusform>%1 z %n żądania</numerusform>
            <numerusform>%1 z %n żądań</numerusform>
            <numerusform>%1 z %n żądań</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within its guardrails after %n requests</source>
        <translation>
            <numerusform>w granicach zabezpieczeń po %n żądaniu</numerusform>
            <numerusform>w granicach zabezpieczeń po %n żądaniach</numerusform>
            <numerusform>w granicach zabezpieczeń po %n żądaniach</numerusform>
        </translation>
    </message>
    <message>
        <source>no other version was asked</source>
        <translation>nie pytano żadnej innej wersji</translation>
    </message>
    <message>
        <source>no guardrails</source>
        <translation>brak zabezpieczeń</translation>
    </message>
    <message>
        <source>rolled back by hand</source>
        <translation>wycofano ręcznie</translation>
    </message>
    <message>
        <source>%1 · attempt %2</source>
        <translation>%1 · próba %2</translation>
    </message>
    <message>
        <source>%1 · answer</source>
        <translation>%1 · odpowiedź</translation>
    </message>
    <message>
        <source>%1 · first token</source>
        <translation>%1 · pierwszy token</translation>
    </message>
    <message>
        <source>%1 · stream</source>
        <translation>%1 · strumień</translation>
    </message>
    <message>
        <source>auth · limits · budget</source>
        <translation>uwierzytelnienie · limity · budżet</translation>
    </message>
    <message>
        <source>back-off (jitter)</source>
        <translation>odczekanie (losowe)</translation>
    </message>
    <message>
        <source>every request</source>
        <translation>wszystkie żądania</translation>
    </message>
    <message>
        <source>global · day</source>
        <translation>globalny · dzień</translation>
    </message>
    <message>
        <source>The ledger cannot be written: %1. Requests are refused until it can.</source>
        <translation>Nie można zapisywać księgi: %1. Do tego czasu żądania są odrzucane.</translation>
    </message>
    <message numerus="yes">
        <source>The ledger cannot be written: %1. Requests are served; %n records wait to be written.</source>
        <translation>
            <numerusform>Nie można zapisywać księgi: %1. Żądania są obsługiwane; %n wpis czeka na zapisanie.</numerusform>
            <numerusform>Nie można zapisywać księgi: %1. Żądania są obsługiwane; %n wpisy czekają na zapisanie.</numerusform>
            <numerusform>Nie można zapisywać księgi: %1. Żądania są obsługiwane; %n wpisów czeka na zapisanie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests were served and could not be recorded.</source>
        <translation>
            <numerusform>%n żądanie obsłużono, lecz nie udało się go zapisać.</numerusform>
            <numerusform>%n żądania obsłużono, lecz nie udało się ich zapisać.</numerusform>
            <numerusform>%n żądań obsłużono, lecz nie udało się ich zapisać.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other machines can reach this gateway at %1. Every request needs a client key, whatever the settings say.</source>
        <translation>Inne komputery mają dostęp do tej bramy pod adresem %1. Każde żądanie wymaga klucza klienta, niezależnie od ustawień.</translation>
    </message>
    <message>
        <source>The database is damaged and cannot be made anew: %1</source>
        <translation>Baza danych jest uszkodzona i nie można jej odtworzyć: %1</translation>
    </message>
    <message>
        <source>The database was damaged (%1) and is kept as %2: %3</source>
        <translation>Baza danych była uszkodzona (%1) i jest zachowana jako %2: %3</translation>
    </message>
    <message>
        <source>found while it was in use</source>
        <translation>wykryto podczas używania</translation>
    </message>
    <message>
        <source>the configuration is that of its last backup, version %1</source>
        <translation>konfiguracja pochodzi z ostatniej kopii zapasowej, wersja %1</translation>
    </message>
    <message>
        <source>the configuration was read from the damaged file, version %1</source>
        <translation>konfigurację odczytano z uszkodzonego pliku, wersja %1</translation>
    </message>
    <message>
        <source>only a part of the configuration could be read, and there is no backup of it</source>
        <translation>udało się odczytać tylko część konfiguracji, a kopii zapasowej nie ma</translation>
    </message>
    <message>
        <source>the configuration is lost: nothing of it could be read, and there is no backup of it</source>
        <translation>konfiguracja przepadła: niczego nie udało się odczytać, a kopii zapasowej nie ma</translation>
    </message>
    <message numerus="yes">
        <source>%n requests were read from it; what the journal holds beyond them is replayed.</source>
        <translation>
            <numerusform>odczytano z niej %n żądanie; to, co ponadto jest w dzienniku, zostaje odtworzone.</numerusform>
            <numerusform>odczytano z niej %n żądania; to, co ponadto jest w dzienniku, zostaje odtworzone.</numerusform>
            <numerusform>odczytano z niej %n żądań; to, co ponadto jest w dzienniku, zostaje odtworzone.</numerusform>
        </translation>
    </message>
    <message>
        <source>a new database cannot be filled: %1</source>
        <translation>nie można wypełnić nowej bazy danych: %1</translation>
    </message>
    <message>
        <source>%1 cannot be put in its place</source>
        <translation>nie można umieścić %1 na jej miejscu</translation>
    </message>
    <message>
        <source>cannot make the journal directory %1: %2</source>
        <translation>nie można utworzyć katalogu dziennika %1: %2</translation>
    </message>
    <message>
        <source>cannot open %1: %2</source>
        <translation>nie można otworzyć %1: %2</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>nie można zapisać %1: %2</translation>
    </message>
    <message>
        <source>Listens on this machine only, unless told otherwise</source>
        <translation>Nasłuchuje tylko na tym komputerze, chyba że nakazano inaczej</translation>
    </message>
    <message>
        <source>The gateway does not listen.</source>
        <translation>Brama nie nasłuchuje.</translation>
    </message>
    <message>
        <source>Other machines can reach %1; client keys are compulsory.</source>
        <translation>Inne komputery mają dostęp do %1; klucze klientów są obowiązkowe.</translation>
    </message>
    <message>
        <source>Listens on %1.</source>
        <translation>Nasłuchuje na %1.</translation>
    </message>
    <message>
        <source>Answers only for its own names (DNS rebinding)</source>
        <translation>Odpowiada tylko na własne nazwy (DNS rebinding)</translation>
    </message>
    <message>
        <source>127.0.0.1, localhost and [::1]; anything else is 421.</source>
        <translation>127.0.0.1, localhost i [::1]; na wszystko inne odpowiada 421.</translation>
    </message>
    <message>
        <source>127.0.0.1, localhost and [::1], %1; anything else is 421.</source>
        <translation>127.0.0.1, localhost i [::1], %1; na wszystko inne odpowiada 421.</translation>
    </message>
    <message>
        <source>Web pages may not call it</source>
        <translation>Strony internetowe nie mogą jej wywoływać</translation>
    </message>
    <message>
        <source>No origin is allowed.</source>
        <translation>Żadne źródło (origin) nie jest dozwolone.</translation>
    </message>
    <message>
        <source>Allowed origins: %1.</source>
        <translation>Dozwolone źródła (origin): %1.</translation>
    </message>
    <message>
        <source>Forms, plain text and cross-site requests are refused.</source>
        <translation>Formularze, zwykły tekst i żądania z innych witryn są odrzucane.</translation>
    </message>
    <message>
        <source>Every caller has a key of its own</source>
        <translation>Każdy wywołujący ma własny klucz</translation>
    </message>
    <message numerus="yes">
        <source>%n keys, kept as bcrypt</source>
        <translation>
            <numerusform>%n klucz, przechowywany jako bcrypt</numerusform>
            <numerusform>%n klucze, przechowywane jako bcrypt</numerusform>
            <numerusform>%n kluczy, przechowywanych jako bcrypt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys, kept as bcrypt; %1 never expire.</source>
        <translation>
            <numerusform>%n klucz, przechowywany jako bcrypt; bezterminowych: %1.</numerusform>
            <numerusform>%n klucze, przechowywane jako bcrypt; bezterminowych: %1.</numerusform>
            <numerusform>%n kluczy, przechowywanych jako bcrypt; bezterminowych: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 never expire.</source>
        <translation>bezterminowych: %1.</translation>
    </message>
    <message>
        <source>settings.auth is optional_on_loopback, which does not apply at this address.</source>
        <translation>settings.auth ma wartość optional_on_loopback, co nie obowiązuje pod tym adresem.</translation>
    </message>
    <message>
        <source>settings.auth is optional_on_loopback: every program of every user here is let in.</source>
        <translation>settings.auth ma wartość optional_on_loopback: wpuszczany jest tu każdy program każdego użytkownika.</translation>
    </message>
    <message>
        <source>%1 can be read or changed by others.</source>
        <translation>%1 mogą czytać lub zmieniać inni.</translation>
    </message>
    <message>
        <source>%1 belongs to another user.</source>
        <translation>%1 należy do innego użytkownika.</translation>
    </message>
    <message>
        <source>Provider keys are sealed and its files are private</source>
        <translation>Klucze dostawców są zaszyfrowane, a pliki bramy prywatne</translation>
    </message>
    <message>
        <source>The master key is in: %1.</source>
        <translation>Klucz główny jest w: %1.</translation>
    </message>
    <message>
        <source>No request chooses where it is sent</source>
        <translation>Żadne żądanie nie wybiera, dokąd jest wysyłane</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n configured providers are called, whatever a body or header names.</source>
        <translation>
            <numerusform>Wywoływany jest tylko %n skonfigurowany dostawca, cokolwiek podaje treść lub nagłówek.</numerusform>
            <numerusform>Wywoływani są tylko %n skonfigurowani dostawcy, cokolwiek podaje treść lub nagłówek.</numerusform>
            <numerusform>Wywoływanych jest tylko %n skonfigurowanych dostawców, cokolwiek podaje treść lub nagłówek.</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be made to fetch for others</source>
        <translation>Nie da się jej zmusić do pobierania dla innych</translation>
    </message>
    <message>
        <source>No redirect is followed and no URL inside a request is fetched.</source>
        <translation>Nie podąża za przekierowaniami i nie pobiera adresów URL z żądań.</translation>
    </message>
    <message>
        <source>settings.webhook_allow_private allows webhooks into private networks.</source>
        <translation>settings.webhook_allow_private dopuszcza webhooki do sieci prywatnych.</translation>
    </message>
    <message>
        <source>Webhooks are signed and go only where they may</source>
        <translation>Webhooki są podpisane i trafiają tylko tam, gdzie wolno</translation>
    </message>
    <message>
        <source>The address is judged when it is connected to, so no name can lead elsewhere; link-local and cloud metadata addresses are refused always, redirects are not followed, no proxy is used. HMAC-SHA256 over the exact bytes, with an id and a time against replay; secrets are kept sealed.</source>
        <translation>Adres jest oceniany w chwili łączenia, więc żadna nazwa nie poprowadzi gdzie indziej; adresy link-local i metadanych chmury są zawsze odrzucane, przekierowania pomijane, serwer proxy nieużywany. HMAC-SHA256 z dokładnych bajtów, z identyfikatorem i czasem przeciw powtórzeniom; sekrety są przechowywane zaszyfrowane.</translation>
    </message>
    <message>
        <source>The address is judged when it is connected to, so no name can lead elsewhere; link-local and cloud metadata addresses are refused always, redirects are not followed, no proxy is used.</source>
        <translation>Adres jest oceniany w chwili łączenia, więc żadna nazwa nie poprowadzi gdzie indziej; adresy link-local i metadanych chmury są zawsze odrzucane, przekierowania pomijane, serwer proxy nieużywany.</translation>
    </message>
    <message>
        <source>HMAC-SHA256 over the exact bytes, with an id and a time against replay; secrets are kept sealed.</source>
        <translation>HMAC-SHA256 z dokładnych bajtów, z identyfikatorem i czasem przeciw powtórzeniom; sekrety są przechowywane zaszyfrowane.</translation>
    </message>
    <message>
        <source>Loopback and private networks are allowed by settings.webhook_allow_private.</source>
        <translation>Sieci loopback i prywatne są dozwolone przez settings.webhook_allow_private.</translation>
    </message>
    <message>
        <source>Loopback and private networks are refused.</source>
        <translation>Sieci loopback i prywatne są odrzucane.</translation>
    </message>
    <message>
        <source>Tasks run as the key that handed them in</source>
        <translation>Zadania działają z uprawnieniami klucza, który je zlecił</translation>
    </message>
    <message>
        <source>Only the key&apos;s id is kept: what it may and has left is looked at when the task runs.</source>
        <translation>Zapisywany jest tylko identyfikator klucza: co mu wolno i ile mu zostało, sprawdza się przy wykonaniu zadania.</translation>
    </message>
    <message>
        <source>Results are its project&apos;s alone, go after %1 h and are bounded by %2 MiB for a project, %3 MiB in all.</source>
        <translation>Wyniki należą tylko do jego projektu, znikają po %1 h i są ograniczone do %2 MiB na projekt, %3 MiB łącznie.</translation>
    </message>
    <message>
        <source>Sizes, times and connections are bounded</source>
        <translation>Rozmiary, czasy i połączenia są ograniczone</translation>
    </message>
    <message>
        <source>%1 KiB of head, %2 MiB of body, no compressed bodies, %3 s for a head, %4 s between pieces of a body, %5 connections.</source>
        <translation>%1 KiB nagłówka, %2 MiB treści, bez skompresowanych treści, %3 s na nagłówek, %4 s między częściami treści, %5 połączeń.</translation>
    </message>
    <message>
        <source>The admin API takes its own token and no cookie</source>
        <translation>API administracyjne przyjmuje własny token i żadnych ciasteczek</translation>
    </message>
    <message>
        <source>A bearer token; client keys are refused there, and it is refused elsewhere.</source>
        <translation>Token bearer; klucze klientów są tam odrzucane, a token gdzie indziej.</translation>
    </message>
    <message>
        <source>TOLLGATE_ADMIN_TOKEN is shorter than 16 characters.</source>
        <translation>TOLLGATE_ADMIN_TOKEN ma mniej niż 16 znaków.</translation>
    </message>
    <message>
        <source>Ambiguous requests are refused, callers&apos; credentials go nowhere</source>
        <translation>Niejednoznaczne żądania są odrzucane, poświadczenia wywołujących nigdzie nie trafiają</translation>
    </message>
    <message>
        <source>Both lengths, folded fields and doubled hosts are refused; of the caller&apos;s headers providers get only those on a list.</source>
        <translation>Podwójne długości, zawinięte pola i zdublowane hosty są odrzucane; z nagłówków wywołującego dostawcy dostają tylko te z listy.</translation>
    </message>
    <message>
        <source>Prompts and answers are not kept</source>
        <translation>Prompty i odpowiedzi nie są przechowywane</translation>
    </message>
    <message>
        <source>capture_bodies is off.</source>
        <translation>capture_bodies jest wyłączone.</translation>
    </message>
    <message numerus="yes">
        <source>capture_bodies is all; bodies are kept for %n days.</source>
        <translation>
            <numerusform>capture_bodies ma wartość all; treści są przechowywane %n dzień.</numerusform>
            <numerusform>capture_bodies ma wartość all; treści są przechowywane %n dni.</numerusform>
            <numerusform>capture_bodies ma wartość all; treści są przechowywane %n dni.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>capture_bodies is errors; bodies are kept for %n days.</source>
        <translation>
            <numerusform>capture_bodies ma wartość errors; treści są przechowywane %n dzień.</numerusform>
            <numerusform>capture_bodies ma wartość errors; treści są przechowywane %n dni.</numerusform>
            <numerusform>capture_bodies ma wartość errors; treści są przechowywane %n dni.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing a caller sends is run</source>
        <translation>Nic z tego, co przysyła wywołujący, nie jest uruchamiane</translation>
    </message>
    <message>
        <source>Every value reaches SQL as a bound parameter; there are no plug-ins and no scripts.</source>
        <translation>Każda wartość trafia do SQL jako parametr; nie ma wtyczek ani skryptów.</translation>
    </message>
    <message>
        <source>Connections to providers are verified</source>
        <translation>Połączenia z dostawcami są weryfikowane</translation>
    </message>
    <message>
        <source>Certificates and names are always checked.</source>
        <translation>Certyfikaty i nazwy są zawsze sprawdzane.</translation>
    </message>
    <message>
        <source>Provider %1 is called without TLS.</source>
        <translation>Dostawca %1 jest wywoływany bez TLS.</translation>
    </message>
    <message>
        <source>%1 has its own authorities in %2.</source>
        <translation>%1 ma własne urzędy certyfikacji w %2.</translation>
    </message>
    <message>
        <source>That file cannot be read.</source>
        <translation>Tego pliku nie można odczytać.</translation>
    </message>
    <message>
        <source>A proxy is used, from %1.</source>
        <translation>Używany jest serwer proxy, z %1.</translation>
    </message>
    <message>
        <source>Nobody else uses this data directory</source>
        <translation>Nikt inny nie używa tego katalogu danych</translation>
    </message>
    <message>
        <source>Locked by this process.</source>
        <translation>Zablokowany przez ten proces.</translation>
    </message>
    <message>
        <source>The data directory is not locked by this process.</source>
        <translation>Katalog danych nie jest zablokowany przez ten proces.</translation>
    </message>
    <message>
        <source>provider credentials are sealed with a key in the file %1 (%2); whoever can read both that file and the database can read the credentials</source>
        <translation>poświadczenia dostawców są zaszyfrowane kluczem z pliku %1 (%2); kto może czytać ten plik i bazę danych, może odczytać poświadczenia</translation>
    </message>
    <message>
        <source>the master key comes from TOLLGATE_MASTER_KEY</source>
        <translation>klucz główny pochodzi z TOLLGATE_MASTER_KEY</translation>
    </message>
    <message>
        <source>it was there already</source>
        <translation>był tam już wcześniej</translation>
    </message>
    <message>
        <source>the master key is in the desktop&apos;s keychain, and there is no session bus to reach it by</source>
        <translation>klucz główny jest w pęku kluczy pulpitu, a nie ma magistrali sesji, by się do niego dostać</translation>
    </message>
    <message>
        <source>there is no session bus, so no keychain</source>
        <translation>nie ma magistrali sesji, więc i pęku kluczy</translation>
    </message>
    <message>
        <source>the keychain did not answer in time</source>
        <translation>pęk kluczy nie odpowiedział na czas</translation>
    </message>
    <message>
        <source>the keychain&apos;s entry %1: %2</source>
        <translation>wpis pęku kluczy %1: %2</translation>
    </message>
    <message>
        <source>the master key is in the desktop&apos;s keychain, but: %1</source>
        <translation>klucz główny jest w pęku kluczy pulpitu, ale: %1</translation>
    </message>
    <message>
        <source>its entry is gone</source>
        <translation>jego wpis zniknął</translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation>pęk kluczy nie odpowiada</translation>
    </message>
    <message>
        <source>a master key is 64 hex digits or the base64 of 32 bytes</source>
        <translation>klucz główny to 64 cyfry szesnastkowe lub base64 z 32 bajtów</translation>
    </message>
    <message>
        <source>cannot be created</source>
        <translation>nie można utworzyć</translation>
    </message>
    <message>
        <source>%1 cannot be created</source>
        <translation>nie można utworzyć %1</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>nie można zapisać</translation>
    </message>
    <message>
        <source>cannot be synced</source>
        <translation>nie można zsynchronizować z dyskiem</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>nie można otworzyć</translation>
    </message>
    <message>
        <source>cannot be examined</source>
        <translation>nie można zbadać</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nie można odczytać</translation>
    </message>
    <message>
        <source>is a symbolic link; the master key must be a file of its own</source>
        <translation>jest dowiązaniem symbolicznym; klucz główny musi być osobnym plikiem</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>nie jest zwykłym plikiem</translation>
    </message>
    <message>
        <source>belongs to another user</source>
        <translation>należy do innego użytkownika</translation>
    </message>
    <message>
        <source>is open to others and its mode cannot be set to 0600</source>
        <translation>jest dostępny dla innych i nie można mu ustawić trybu 0600</translation>
    </message>
    <message>
        <source>%1: was open to other users; its mode is 0600 now. Consider the credentials sealed with it as known to whoever could read it</source>
        <translation>%1: był dostępny dla innych użytkowników; teraz ma tryb 0600. Poświadczenia zaszyfrowane nim należy uznać za znane każdemu, kto mógł go czytać</translation>
    </message>
    <message>
        <source>not a sealed secret of a known version</source>
        <translation>to nie jest zaszyfrowany sekret w znanej wersji</translation>
    </message>
    <message>
        <source>sealed with another master key, for another owner, or damaged</source>
        <translation>zaszyfrowany innym kluczem głównym, dla innego właściciela lub uszkodzony</translation>
    </message>
    <message>
        <source>the headers of otlp_endpoint cannot be used: %1</source>
        <translation>nie można użyć nagłówków otlp_endpoint: %1</translation>
    </message>
    <message>
        <source>the credentials of provider %1 cannot be used: %2</source>
        <translation>nie można użyć poświadczeń dostawcy %1: %2</translation>
    </message>
    <message>
        <source>no master key</source>
        <translation>brak klucza głównego</translation>
    </message>
    <message>
        <source>the stored %1 %2: %3</source>
        <translation>zapisany obiekt: %1 %2: %3</translation>
    </message>
    <message>
        <source>the stored %1 %2 cannot be read</source>
        <translation>nie można odczytać zapisanego obiektu: %1 %2</translation>
    </message>
    <message>
        <source>%1 rejected %2: %3</source>
        <translation>%1 – odrzucono %2: %3</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <translation>%1 odpowiedział %2</translation>
    </message>
    <message>
        <source>%1 answered %2, a redirect, which is not followed</source>
        <translation>%1 odpowiedział %2: to przekierowanie, za którym brama nie podąża</translation>
    </message>
    <message>
        <source>the gateway is stopping</source>
        <translation>brama się zatrzymuje</translation>
    </message>
    <message>
        <source>the database has no config_version</source>
        <translation>baza danych nie ma config_version</translation>
    </message>
    <message>
        <source>the new database cannot be read</source>
        <translation>nie można odczytać nowej bazy danych</translation>
    </message>
    <message>
        <source>%1 cannot be moved aside: %2</source>
        <translation>nie można odsunąć %1: %2</translation>
    </message>
    <message>
        <source>the database was written by a newer version of Tollgate (migration %1)</source>
        <translation>bazę danych zapisała nowsza wersja Tollgate (migracja %1)</translation>
    </message>
    <message>
        <source>cannot keep replies: %1</source>
        <translation>nie można przechowywać odpowiedzi: %1</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>dostawca</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>key</source>
        <translation>klucz</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>budżet</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>flaga</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>prompt</translation>
    </message>
    <message>
        <source>user</source>
        <translation>użytkownik</translation>
    </message>
    <message>
        <source>arm</source>
        <translation>ramię</translation>
    </message>
    <message>
        <source>prompt version</source>
        <translation>wersja promptu</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>wynik</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>opóźnienie</translation>
    </message>
    <message>
        <source>time to first token</source>
        <translation>czas do pierwszego tokenu</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>koszt</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokeny</translation>
    </message>
    <message>
        <source>note</source>
        <translation>adnotacja</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>ślad</translation>
    </message>
    <message>
        <source>route</source>
        <translation>ścieżka</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>strumieniowanie</translation>
    </message>
    <message>
        <source>time</source>
        <translation>czas</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>set</source>
        <translation>ustawione</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>puste</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznane</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>proste</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>średnie</translation>
    </message>
    <message>
        <source>complex</source>
        <translation>złożone</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stabilna</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>kanarek</translation>
    </message>
    <message>
        <source>default</source>
        <translation>domyślna</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>według udziału</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>wyłączona</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zamknięty</translation>
    </message>
    <message>
        <source>open</source>
        <translation>otwarty</translation>
    </message>
    <message>
        <source>half_open</source>
        <translation>półotwarty</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>przekroczenie czasu</translation>
    </message>
    <message>
        <source>connect_failed</source>
        <translation>brak połączenia</translation>
    </message>
    <message>
        <source>tls_failed</source>
        <translation>błąd TLS</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>zastój</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zerwanie</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>urwanie</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>błędny format</translation>
    </message>
    <message>
        <source>too_large</source>
        <translation>za duże</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>odmowa</translation>
    </message>
    <message>
        <source>http_400</source>
        <translation>HTTP 400</translation>
    </message>
    <message>
        <source>http_401</source>
        <translation>HTTP 401</translation>
    </message>
    <message>
        <source>http_403</source>
        <translation>HTTP 403</translation>
    </message>
    <message>
        <source>http_404</source>
        <translation>HTTP 404</translation>
    </message>
    <message>
        <source>http_408</source>
        <translation>HTTP 408</translation>
    </message>
    <message>
        <source>http_409</source>
        <translation>HTTP 409</translation>
    </message>
    <message>
        <source>http_413</source>
        <translation>HTTP 413</translation>
    </message>
    <message>
        <source>http_422</source>
        <translation>HTTP 422</translation>
    </message>
    <message>
        <source>http_429</source>
        <translation>HTTP 429</translation>
    </message>
    <message>
        <source>http_500</source>
        <translation>HTTP 500</translation>
    </message>
    <message>
        <source>http_502</source>
        <translation>HTTP 502</translation>
    </message>
    <message>
        <source>http_503</source>
        <translation>HTTP 503</translation>
    </message>
    <message>
        <source>http_504</source>
        <translation>HTTP 504</translation>
    </message>
    <message>
        <source>http_529</source>
        <translation>HTTP 529</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>pominięto</translation>
    </message>
    <message>
        <source>clamped</source>
        <translation>ograniczono</translation>
    </message>
    <message>
        <source>synthesised</source>
        <translation>uzupełniono</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>przekazano</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>pęk kluczy</translation>
    </message>
    <message>
        <source>file</source>
        <translation>plik</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>środowisko</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>pamięć</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>ręcznie</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>wbudowany</translation>
    </message>
    <message>
        <source>input</source>
        <translation>wejście</translation>
    </message>
    <message>
        <source>cache read</source>
        <translation>odczyt z pamięci podręcznej</translation>
    </message>
    <message>
        <source>cache write</source>
        <translation>zapis do pamięci podręcznej</translation>
    </message>
    <message>
        <source>cache write 1h</source>
        <translation>zapis do pamięci podręcznej na 1 h</translation>
    </message>
    <message>
        <source>audio input</source>
        <translation>dźwięk wejściowy</translation>
    </message>
    <message>
        <source>audio cache read</source>
        <translation>dźwięk z pamięci podręcznej</translation>
    </message>
    <message>
        <source>output</source>
        <translation>wyjście</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>rozumowanie</translation>
    </message>
    <message>
        <source>audio output</source>
        <translation>dźwięk wyjściowy</translation>
    </message>
    <message>
        <source>image output</source>
        <translation>obrazy wyjściowe</translation>
    </message>
    <message>
        <source>task</source>
        <translation>zadanie</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>wsad</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>webhook</translation>
    </message>
    <message>
        <source>a model that reasons</source>
        <translation>model rozumujący</translation>
    </message>
    <message>
        <source>a reply that is not stored</source>
        <translation>odpowiedź nieprzechowywana</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language: pl, ru</comment>
        <translation>pl</translation>
    </message>
    <message>
        <source>or</source>
        <comment>of values: alice or bob</comment>
        <translation>lub</translation>
    </message>
    <message>
        <source>and</source>
        <comment>of terms of a filter</comment>
        <translation>i</translation>
    </message>
    <message>
        <source>%1 is used by alias %2 (targets[%3])</source>
        <translation>%1 jest używany przez alias %2 (targets[%3])</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by alias %2 (targets[%3])</source>
        <translation>nie może zniknąć bez %1, używanego przez alias %2 (targets[%3])</translation>
    </message>
    <message>
        <source>%1 is used by alias %2 (fallbacks[%3])</source>
        <translation>%1 jest używany przez alias %2 (fallbacks[%3])</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by alias %2 (fallbacks[%3])</source>
        <translation>nie może zniknąć bez %1, używanego przez alias %2 (fallbacks[%3])</translation>
    </message>
    <message>
        <source>%1 is used by budget %2</source>
        <translation>%1 jest używany przez budżet %2</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by budget %2</source>
        <translation>nie może zniknąć bez %1, używanego przez budżet %2</translation>
    </message>
    <message>
        <source>%1 is used by flag %2</source>
        <translation>%1 jest używany przez flagę %2</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by flag %2</source>
        <translation>nie może zniknąć bez %1, używanego przez flagę %2</translation>
    </message>
    <message>
        <source>%1 is used by key %2</source>
        <translation>%1 jest używany przez klucz %2</translation>
    </message>
    <message>
        <source>cannot go without %1, which is used by key %2</source>
        <translation>nie może zniknąć bez %1, używanego przez klucz %2</translation>
    </message>
    <message>
        <source>nothing is kept of key %1 that could be restored: it was not deleted in the last ten minutes, or the gateway has been restarted since</source>
        <translation>nie zachowano niczego, z czego dałoby się przywrócić klucz %1: nie usunięto go w ostatnich dziesięciu minutach albo brama została od tego czasu uruchomiona ponownie</translation>
    </message>
    <message>
        <source>nothing is kept of provider %1 that could be restored: it was not deleted in the last ten minutes, or the gateway has been restarted since</source>
        <translation>nie zachowano niczego, z czego dałoby się przywrócić dostawcę %1: nie usunięto go w ostatnich dziesięciu minutach albo brama została od tego czasu uruchomiona ponownie</translation>
    </message>
    <message>
        <source>%1: %2 is more than any published price: is it per million?</source>
        <translation>%1: %2 to więcej niż jakakolwiek ogłoszona cena: czy to na pewno za milion?</translation>
    </message>
    <message>
        <source>%1: %2 is less than any published price: is it per token?</source>
        <translation>%1: %2 to mniej niż jakakolwiek ogłoszona cena: czy to cena za token?</translation>
    </message>
    <message>
        <source>“%1” at position %2: %3</source>
        <translation>„%1” na pozycji %2: %3</translation>
    </message>
    <message>
        <source>cannot group by “%1”; any of: %2</source>
        <translation>nie można grupować według „%1”; można według: %2</translation>
    </message>
    <message>
        <source>is one of provider, project, user, model</source>
        <translation>musi mieć wartość provider, project, user lub model</translation>
    </message>
    <message>
        <source>is one of 15m, 1h, 24h, 7d, 30d</source>
        <translation>musi mieć wartość 15m, 1h, 24h, 7d lub 30d</translation>
    </message>
    <message>
        <source>is between 1 and 1000</source>
        <translation>musi być od 1 do 1000</translation>
    </message>
    <message>
        <source>the ledger cannot be read: %1</source>
        <translation>nie można odczytać księgi: %1</translation>
    </message>
    <message>
        <source>cannot open the ledger: %1</source>
        <translation>nie można otworzyć księgi: %1</translation>
    </message>
    <message>
        <source>cannot read the ledger: %1</source>
        <translation>nie można odczytać księgi: %1</translation>
    </message>
    <message>
        <source>the ledger is not running</source>
        <translation>księga nie działa</translation>
    </message>
    <message>
        <source>the database refused it</source>
        <translation>baza danych odmówiła</translation>
    </message>
    <message>
        <source>the ledger goes offline</source>
        <translation>księga jest wyłączana</translation>
    </message>
    <message>
        <source>the database refused a write</source>
        <translation>baza danych odmówiła zapisu</translation>
    </message>
    <message>
        <source>%1 is no backup of a configuration</source>
        <translation>%1 nie jest kopią zapasową konfiguracji</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>plik bazy danych jest uszkodzony</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>plik nie jest bazą danych</translation>
    </message>
    <message>
        <source>the system has no random numbers</source>
        <translation>system nie dostarcza liczb losowych</translation>
    </message>
    <message>
        <source>all its keys rest for %1 s</source>
        <translation>wszystkie jego klucze odpoczywają przez %1 s</translation>
    </message>
    <message>
        <source>its quota is used up for %1 s</source>
        <translation>jego limit jest wyczerpany na %1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>skipped: budget %1 of provider %2 is used up</source>
        <translation>pominięty: budżet %1 dostawcy %2 jest wyczerpany</translation>
    </message>
    <message>
        <source>list price</source>
        <translation>cennik</translation>
    </message>
    <message>
        <source>litellm</source>
        <translation>litellm</translation>
    </message>
    <message>
        <source>in the last second</source>
        <translation>ostatnia sekunda</translation>
    </message>
    <message numerus="yes">
        <source>in the last %n seconds</source>
        <translation>
            <numerusform>ostatnia %n sekunda</numerusform>
            <numerusform>ostatnie %n sekundy</numerusform>
            <numerusform>ostatnie %n sekund</numerusform>
        </translation>
    </message>
    <message>
        <source>more than a second ago</source>
        <translation>ponad sekundę temu</translation>
    </message>
    <message numerus="yes">
        <source>more than %n seconds ago</source>
        <translation>
            <numerusform>ponad %n sekundę temu</numerusform>
            <numerusform>ponad %n sekundy temu</numerusform>
            <numerusform>ponad %n sekund temu</numerusform>
        </translation>
    </message>
    <message>
        <source>exactly a second ago</source>
        <translation>dokładnie sekundę temu</translation>
    </message>
    <message numerus="yes">
        <source>exactly %n seconds ago</source>
        <translation>
            <numerusform>dokładnie %n sekundę temu</numerusform>
            <numerusform>dokładnie %n sekundy temu</numerusform>
            <numerusform>dokładnie %n sekund temu</numerusform>
        </translation>
    </message>
    <message>
        <source>in the last minute</source>
        <translation>ostatnia minuta</translation>
    </message>
    <message numerus="yes">
        <source>in the last %n minutes</source>
        <translation>
            <numerusform>ostatnia %n minuta</numerusform>
            <numerusform>ostatnie %n minuty</numerusform>
            <numerusform>ostatnie %n minut</numerusform>
        </translation>
    </message>
    <message>
        <source>more than a minute ago</source>
        <translation>ponad minutę temu</translation>
    </message>
    <message numerus="yes">
        <source>more than %n minutes ago</source>
        <translation>
            <numerusform>ponad %n minutę temu</numerusform>
            <numerusform>ponad %n minuty temu</numerusform>
            <numerusform>ponad %n minut temu</numerusform>
        </translation>
    </message>
    <message>
        <source>exactly a minute ago</source>
        <translation>dokładnie minutę temu</translation>
    </message>
    <message numerus="yes">
        <source>exactly %n minutes ago</source>
        <translation>
            <numerusform>dokładnie %n minutę temu</numerusform>
            <numerusform>dokładnie %n minuty temu</numerusform>
            <numerusform>dokładnie %n minut temu</numerusform>
        </translation>
    </message>
    <message>
        <source>in the last hour</source>
        <translation>ostatnia godzina</translation>
    </message>
    <message numerus="yes">
        <source>in the last %n hours</source>
        <translation>
            <numerusform>ostatnia %n godzina</numerusform>
            <numerusform>ostatnie %n godziny</numerusform>
            <numerusform>ostatnie %n godzin</numerusform>
        </translation>
    </message>
    <message>
        <source>more than an hour ago</source>
        <translation>ponad godzinę temu</translation>
    </message>
    <message numerus="yes">
        <source>more than %n hours ago</source>
        <translation>
            <numerusform>ponad %n godzinę temu</numerusform>
            <numerusform>ponad %n godziny temu</numerusform>
            <numerusform>ponad %n godzin temu</numerusform>
        </translation>
    </message>
    <message>
        <source>exactly an hour ago</source>
        <translation>dokładnie godzinę temu</translation>
    </message>
    <message numerus="yes">
        <source>exactly %n hours ago</source>
        <translation>
            <numerusform>dokładnie %n godzinę temu</numerusform>
            <numerusform>dokładnie %n godziny temu</numerusform>
            <numerusform>dokładnie %n godzin temu</numerusform>
        </translation>
    </message>
    <message>
        <source>in the last day</source>
        <translation>ostatni dzień</translation>
    </message>
    <message numerus="yes">
        <source>in the last %n days</source>
        <translation>
            <numerusform>ostatni %n dzień</numerusform>
            <numerusform>ostatnie %n dni</numerusform>
            <numerusform>ostatnie %n dni</numerusform>
        </translation>
    </message>
    <message>
        <source>more than a day ago</source>
        <translation>ponad dzień temu</translation>
    </message>
    <message numerus="yes">
        <source>more than %n days ago</source>
        <translation>
            <numerusform>ponad %n dzień temu</numerusform>
            <numerusform>ponad %n dni temu</numerusform>
            <numerusform>ponad %n dni temu</numerusform>
        </translation>
    </message>
    <message>
        <source>exactly a day ago</source>
        <translation>dokładnie dzień temu</translation>
    </message>
    <message numerus="yes">
        <source>exactly %n days ago</source>
        <translation>
            <numerusform>dokładnie %n dzień temu</numerusform>
            <numerusform>dokładnie %n dni temu</numerusform>
            <numerusform>dokładnie %n dni temu</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>dziś</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>wczoraj</translation>
    </message>
    <message>
        <source>variables %1 is missing</source>
        <translation>variables: brakuje %1</translation>
    </message>
    <message>
        <source>variables %1 are missing</source>
        <translation>variables: brakuje %1</translation>
    </message>
    <message>
        <source>variables %1 and %2 are missing</source>
        <translation>variables: brakuje %1 i %2</translation>
    </message>
    <message>
        <source>variables %1 is in no template</source>
        <translation>variables: %1 nie występuje w żadnym szablonie</translation>
    </message>
    <message>
        <source>variables %1 and %2 are in no template</source>
        <translation>variables: %1 i %2 nie występują w żadnym szablonie</translation>
    </message>
    <message>
        <source>variables %1 must be a text, not a list or an object</source>
        <translation>variables: %1 musi być tekstem, a nie listą ani obiektem</translation>
    </message>
    <message>
        <source>tier simple</source>
        <translation>poziom prosty</translation>
    </message>
    <message>
        <source>local, tier simple</source>
        <translation>lokalny, poziom prosty</translation>
    </message>
    <message>
        <source>tier medium</source>
        <translation>poziom średni</translation>
    </message>
    <message>
        <source>local, tier medium</source>
        <translation>lokalny, poziom średni</translation>
    </message>
    <message>
        <source>tier complex</source>
        <translation>poziom złożony</translation>
    </message>
    <message>
        <source>local, tier complex</source>
        <translation>lokalny, poziom złożony</translation>
    </message>
    <message>
        <source>Rate limit reached: requests per minute of project %1.</source>
        <translation>Osiągnięto limit projektu %1: żądania na minutę.</translation>
    </message>
    <message>
        <source>Rate limit reached: requests per minute of key %1.</source>
        <translation>Osiągnięto limit klucza %1: żądania na minutę.</translation>
    </message>
    <message>
        <source>Rate limit reached: tokens per minute of project %1.</source>
        <translation>Osiągnięto limit projektu %1: tokeny na minutę.</translation>
    </message>
    <message>
        <source>Rate limit reached: tokens per minute of key %1.</source>
        <translation>Osiągnięto limit klucza %1: tokeny na minutę.</translation>
    </message>
    <message>
        <source>Rate limit reached: running requests of project %1.</source>
        <translation>Osiągnięto limit projektu %1: żądania w toku.</translation>
    </message>
    <message>
        <source>Rate limit reached: running requests of key %1.</source>
        <translation>Osiągnięto limit klucza %1: żądania w toku.</translation>
    </message>
    <message>
        <source>Allowed origins: %1. Forms, plain text and cross-site requests are refused.</source>
        <translation>Dozwolone źródła (origin): %1. Formularze, zwykły tekst i żądania z innych witryn są odrzucane.</translation>
    </message>
    <message>
        <source>%1 %2 was changed since: nothing was taken back</source>
        <translation>%1 %2: od tego czasu zmieniono; niczego nie cofnięto</translation>
    </message>
    <message>
        <source>%1 %2 cannot go: it is used by %3</source>
        <translation>%1 %2: nie można usunąć, bo używa tego %3</translation>
    </message>
    <message>
        <source>%1 %2 cannot come back: %3 %4</source>
        <translation>%1 %2: nie można przywrócić: %3 %4</translation>
    </message>
    <message>
        <source>nothing is kept of the write that made version %1: it was longer ago than ten minutes, was taken back already, or the gateway has been restarted since</source>
        <translation>nie zachowano nic z zapisu, który utworzył wersję %1: był ponad dziesięć minut temu, został już cofnięty albo bramę od tego czasu uruchomiono ponownie</translation>
    </message>
    <message>
        <source>must have at most 64 characters</source>
        <translation>może mieć najwyżej 64 znaki</translation>
    </message>
    <message>
        <source>has too much beside it</source>
        <translation>ma obok siebie za wiele innych</translation>
    </message>
    <message>
        <source>work of that id runs already</source>
        <translation>praca o tym identyfikatorze już trwa</translation>
    </message>
    <message>
        <source>nothing of that id runs</source>
        <translation>nic o tym identyfikatorze nie trwa</translation>
    </message>
    <message>
        <source>stopped: no price was changed</source>
        <translation>przerwano: nie zmieniono żadnej ceny</translation>
    </message>
    <message>
        <source>stopped: nothing was changed</source>
        <translation>przerwano: niczego nie zmieniono</translation>
    </message>
    <message>
        <source>the configuration changes all the time: try again</source>
        <translation>konfiguracja ciągle się zmienia: spróbuj ponownie</translation>
    </message>
    <message>
        <source>stopped: %1 requests have their new price already, the others keep the old one</source>
        <translation>przerwano: żądania z nową ceną: %1, pozostałe zachowują starą</translation>
    </message>
    <message>
        <source>nothing can be removed while the gateway is stopped</source>
        <translation>niczego nie można usunąć, gdy brama jest zatrzymana</translation>
    </message>
    <message>
        <source>retention was applied in part only: %1</source>
        <translation>usunięto tylko część tego, co za stare: %1</translation>
    </message>
    <message>
        <source>stopped: %1 requests have been removed already</source>
        <translation>przerwano: usunięte już żądania: %1</translation>
    </message>
    <message>
        <source>stopped before the provider answered</source>
        <translation>przerwano, zanim dostawca odpowiedział</translation>
    </message>
    <message>
        <source>stopped; nothing of it was done</source>
        <translation>przerwano; nic z tego nie zrobiono</translation>
    </message>
    <message>
        <source>stopped before it was open</source>
        <translation>przerwano przed otwarciem</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>przerwano</translation>
    </message>
    <message>
        <source>%1 · client left</source>
        <translation>%1 · klient odszedł</translation>
    </message>
</context>
<context>
    <name>JsonPath</name>
    <message>
        <source>yes</source>
        <translation>tak</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>brak</translation>
    </message>
</context>
<context>
    <name>ModelTasks</name>
    <message numerus="yes">
        <source>Edit %n models</source>
        <translation>
            <numerusform>Edycja %n modelu</numerusform>
            <numerusform>Edycja %n modeli</numerusform>
            <numerusform>Edycja %n modeli</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them in one audited write. Changed prices hold from now on; earlier requests keep theirs.</source>
        <translation>Wszystkie w jednym zapisie objętym audytem. Zmienione ceny obowiązują od teraz; wcześniejsze żądania zachowują swoje.</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Zastosuj do wszystkich</translation>
    </message>
    <message>
        <source>Models that change: %1.</source>
        <translation>Modele, które się zmienią: %1.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nic by się nie zmieniło.</translation>
    </message>
    <message>
        <source>Import of a cost map</source>
        <translation>Import mapy kosztów</translation>
    </message>
    <message>
        <source>%1, applied to every provider of the kind it names. Changed prices hold from now on; what the file does not say stays.</source>
        <translation>%1, do zastosowania u każdego dostawcy wskazanego tam rodzaju. Zmienione ceny obowiązują od teraz; czego plik nie podaje, pozostaje bez zmian.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importuj</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>uwaga</translation>
    </message>
    <message>
        <source>New: %1, changed: %2, as they are: %3, left out: %4.</source>
        <translation>Nowe: %1, zmienione: %2, bez zmian: %3, pominięte: %4.</translation>
    </message>
    <message>
        <source>Price history again</source>
        <translation>Ponowna wycena historii</translation>
    </message>
    <message>
        <source>Every request at the prices that now hold for its time. Sums, budgets and receipts follow; requests that retention removed keep theirs.</source>
        <translation>Każde żądanie po cenach, które teraz obowiązują dla jego czasu. Sumy, budżety i rozliczenia zostaną dostosowane; żądania usunięte po okresie przechowywania zachowują swoje ceny.</translation>
    </message>
    <message>
        <source>Price again</source>
        <translation>Wyceń ponownie</translation>
    </message>
    <message>
        <source>Requests that change: %1 of %2; together %3 instead of %4.</source>
        <translation>Żądania, które się zmienią: %1 z %2; razem %3 zamiast %4.</translation>
    </message>
    <message numerus="yes">
        <source>edit of %n models</source>
        <translation>
            <numerusform>zmiana %n modelu</numerusform>
            <numerusform>zmiana %n modeli</numerusform>
            <numerusform>zmiana %n modeli</numerusform>
        </translation>
    </message>
    <message>
        <source>import of a cost map</source>
        <translation>import mapy kosztów</translation>
    </message>
</context>
<context>
    <name>PageGroup</name>
    <message>
        <source>Observe</source>
        <translation>Obserwacja</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Kierowanie</translation>
    </message>
    <message>
        <source>Govern</source>
        <translation>Nadzór</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Narzędzia</translation>
    </message>
</context>
<context>
    <name>PromptTasks</name>
    <message>
        <source>default</source>
        <translation>domyślna</translation>
    </message>
    <message>
        <source>Import of prompts</source>
        <translation>Import promptów</translation>
    </message>
    <message>
        <source>%1. A text that is new becomes the next version and the default; one that an older version has makes that one the default. Prompts the file does not name stay.</source>
        <translation>%1. Nowy tekst staje się kolejną wersją i wersją domyślną; tekst, który ma starsza wersja, czyni ją domyślną. Prompty, których plik nie wymienia, pozostają.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importuj</translation>
    </message>
    <message>
        <source>New prompts: %1, new versions: %2, rolled back or forward: %3, as they are: %4.</source>
        <translation>Nowe prompty: %1, nowe wersje: %2, cofnięte lub przywrócone: %3, bez zmian: %4.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nic by się nie zmieniło.</translation>
    </message>
</context>
<context>
    <name>ResourceSpec</name>
    <message>
        <source>provider</source>
        <translation>dostawca</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>flaga</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>budżet</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>key</source>
        <translation>klucz</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>prompt</translation>
    </message>
</context>
<context>
    <name>RowLook</name>
    <message>
        <source>on</source>
        <translation>wł.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>wył.</translation>
    </message>
</context>
<context>
    <name>Spend</name>
    <message>
        <source>day</source>
        <translation>dzień</translation>
    </message>
    <message>
        <source>user</source>
        <translation>użytkownik</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>nie wskazano</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>no project</source>
        <translation>bez projektu</translation>
    </message>
    <message>
        <source>key</source>
        <translation>klucz</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>bez klucza</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>dostawca</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>bez dnia</translation>
    </message>
    <message>
        <source>no provider</source>
        <translation>bez dostawcy</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>bez modelu</translation>
    </message>
    <message>
        <source>no alias</source>
        <translation>bez aliasu</translation>
    </message>
    <message>
        <source>arm</source>
        <translation>wariant</translation>
    </message>
    <message>
        <source>no arm</source>
        <translation>bez wariantu</translation>
    </message>
</context>
<context>
    <name>VersionText</name>
    <message>
        <source>model: %1</source>
        <translation>model: %1</translation>
    </message>
    <message>
        <source>temperature: %1</source>
        <translation>temperatura: %1</translation>
    </message>
    <message>
        <source>max tokens: %1</source>
        <translation>maks. tokenów: %1</translation>
    </message>
    <message>
        <source>system message:</source>
        <translation>wiadomość systemowa:</translation>
    </message>
    <message>
        <source>template:</source>
        <translation>szablon:</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Demo: simulated providers, live traffic. Call it with the key %1</source>
        <translation>Demo: symulowani dostawcy, ruch na żywo. Wywołuj z kluczem %1</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Kopiuj klucz</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Kopiuj jako curl</translation>
    </message>
</context>
<context>
    <name>tollgate::ui</name>
    <message>
        <source>Limits</source>
        <translation>Limity</translation>
    </message>
    <message>
        <source>an empty field is no limit</source>
        <translation>puste pole oznacza brak limitu</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>bez limitu</translation>
    </message>
    <message>
        <source>requests per minute</source>
        <translation>żądania na minutę</translation>
    </message>
    <message>
        <source>tokens per minute</source>
        <translation>tokeny na minutę</translation>
    </message>
    <message>
        <source>in parallel</source>
        <translation>równolegle</translation>
    </message>
    <message>
        <source>No key needed by default.</source>
        <translation>Domyślnie klucz nie jest potrzebny.</translation>
    </message>
    <message>
        <source>The key from %1.</source>
        <translation>Klucz z %1.</translation>
    </message>
    <message>
        <source>Other, OpenAI-compatible</source>
        <translation>Inny, zgodny z OpenAI</translation>
    </message>
    <message>
        <source>Simulated, no network</source>
        <translation>Symulowany, bez sieci</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation>zgodny z OpenAI</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>symulowany</translation>
    </message>
    <message>
        <source>What stands before %1.</source>
        <translation>Część adresu przed %1.</translation>
    </message>
    <message>
        <source>who asked</source>
        <translation>kto pytał</translation>
    </message>
    <message>
        <source>project of the key</source>
        <translation>projekt klucza</translation>
    </message>
    <message>
        <source>client key</source>
        <translation>klucz klienta</translation>
    </message>
    <message>
        <source>alias the caller named</source>
        <translation>alias podany przez klienta</translation>
    </message>
    <message>
        <source>provider that answered</source>
        <translation>dostawca, który odpowiedział</translation>
    </message>
    <message>
        <source>model that answered</source>
        <translation>model, który odpowiedział</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>status HTTP</translation>
    </message>
    <message>
        <source>how it ended</source>
        <translation>jak się zakończyło</translation>
    </message>
    <message>
        <source>until the last byte</source>
        <translation>do ostatniego bajtu</translation>
    </message>
    <message>
        <source>until the first token</source>
        <translation>do pierwszego tokenu</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>dolary amerykańskie</translation>
    </message>
    <message>
        <source>input and output together</source>
        <translation>wejście i wyjście razem</translation>
    </message>
    <message>
        <source>what was special</source>
        <translation>co było szczególnego</translation>
    </message>
    <message>
        <source>answered as a stream</source>
        <translation>odpowiedź strumieniowa</translation>
    </message>
    <message>
        <source>flag that chose the target</source>
        <translation>flaga, która wybrała cel</translation>
    </message>
    <message>
        <source>arm of the flag</source>
        <translation>wariant flagi</translation>
    </message>
    <message>
        <source>prompt version</source>
        <translation>wersja promptu</translation>
    </message>
    <message>
        <source>trace id</source>
        <translation>identyfikator śladu</translation>
    </message>
    <message>
        <source>path the caller used</source>
        <translation>ścieżka użyta przez klienta</translation>
    </message>
    <message>
        <source>when it arrived</source>
        <translation>kiedy nadeszło</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Przegląd</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Ruch</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Dostawcy</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliasy</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flagi</translation>
    </message>
    <message>
        <source>Projects &amp; keys</source>
        <translation>Projekty i klucze</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budżety</translation>
    </message>
    <message>
        <source>Any program with the openai package. Two variables, no change of code.</source>
        <translation>Dowolny program z pakietem openai. Dwie zmienne, bez zmian w kodzie.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Środowisko</translation>
    </message>
    <message>
        <source>Any program with the openai package of npm. Two variables, no change of code.</source>
        <translation>Dowolny program z pakietem openai z npm. Dwie zmienne, bez zmian w kodzie.</translation>
    </message>
    <message>
        <source>Programs with the anthropic package. The address has no /v1: the SDK adds it.</source>
        <translation>Programy z pakietem anthropic. Adres nie ma /v1: dodaje je SDK.</translation>
    </message>
    <message>
        <source>Speaks the Anthropic Messages API. The env block of its settings file wins over the shell.</source>
        <translation>Używa Anthropic Messages API. Blok env w pliku ustawień ma pierwszeństwo przed powłoką.</translation>
    </message>
    <message>
        <source>Start claude again; /status shows the address and the token.</source>
        <translation>Uruchom claude ponownie; /status pokaże adres i token.</translation>
    </message>
    <message>
        <source>When ANTHROPIC_API_KEY is set as well, it goes out beside the token: unset it.</source>
        <translation>Jeśli ustawiono też ANTHROPIC_API_KEY, jest wysyłany obok tokenu: usuń tę zmienną.</translation>
    </message>
    <message>
        <source>Speaks the OpenAI Responses API to a provider of its configuration file.</source>
        <translation>Używa OpenAI Responses API u dostawcy ze swojego pliku konfiguracji.</translation>
    </message>
    <message>
        <source>Start codex again: it reads the file only then.</source>
        <translation>Uruchom codex ponownie: tylko wtedy czyta plik.</translation>
    </message>
    <message>
        <source>Speaks only Google&apos;s own generateContent API.</source>
        <translation>Używa tylko własnego API Google generateContent.</translation>
    </message>
    <message>
        <source>Start gemini again and choose &quot;Use Gemini API key&quot; if it asks.</source>
        <translation>Uruchom gemini ponownie i na pytanie wybierz „Use Gemini API key”.</translation>
    </message>
    <message>
        <source>Settings, Models, API Keys: turn on OpenAI API Key and Override OpenAI Base URL.</source>
        <translation>Settings, Models, API Keys: włącz OpenAI API Key i Override OpenAI Base URL.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Pola</translation>
    </message>
    <message>
        <source>The override holds for all OpenAI models of Cursor; its Tab completion keeps its own.</source>
        <translation>Zmiana dotyczy wszystkich modeli OpenAI w Cursor; uzupełnianie Tab używa własnego.</translation>
    </message>
    <message>
        <source>ChatOpenAI, or any chain on top of it. It calls through the OpenAI SDK.</source>
        <translation>ChatOpenAI lub dowolny łańcuch na nim. Wywołuje przez OpenAI SDK.</translation>
    </message>
    <message>
        <source>The shortest way to see that it works.</source>
        <translation>Najkrótsza droga, by zobaczyć, że działa.</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Czat</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strumień</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modele</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Nie można utworzyć katalogu %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Nie można zapisać %1: %2</translation>
    </message>
    <message>
        <source>The file is not a JSON object with an object under &quot;env&quot;. Correct it first: nothing is written over it.</source>
        <translation>Plik nie jest obiektem JSON z obiektem pod „env”. Najpierw go popraw: nic nie zostanie nadpisane.</translation>
    </message>
    <message>
        <source>The file writes its model providers in a way that cannot be changed safely. Copy the lines by hand instead.</source>
        <translation>Plik zapisuje dostawców modeli w sposób, którego nie da się bezpiecznie zmienić. Skopiuj wiersze ręcznie.</translation>
    </message>
    <message>
        <source>Choose an alias or provider/model.</source>
        <translation>Wybierz alias lub dostawcę/model.</translation>
    </message>
    <message>
        <source>Write a message first.</source>
        <translation>Najpierw napisz wiadomość.</translation>
    </message>
    <message>
        <source>Tools are a JSON array.</source>
        <translation>Narzędzia to tablica JSON.</translation>
    </message>
    <message>
        <source>This is not JSON: %1</source>
        <translation>To nie jest JSON: %1</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Piaskownica</translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>Podłącz aplikację</translation>
    </message>
    <message>
        <source>Fault lab</source>
        <translation>Laboratorium awarii</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Wydatki</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Dziennik audytu</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>stored prompt</source>
        <translation>zapisany prompt</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompty</translation>
    </message>
    <message>
        <source>age</source>
        <translation>wiek</translation>
    </message>
    <message>
        <source>status</source>
        <translation>stan</translation>
    </message>
    <message>
        <source>task</source>
        <translation>zadanie</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>koszt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>błąd</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>wsad</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>postęp</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gotowe</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>błąd</translation>
    </message>
    <message>
        <source>total</source>
        <translation>razem</translation>
    </message>
    <message>
        <source>cost so far</source>
        <translation>koszt dotąd</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>nr</translation>
    </message>
    <message>
        <source>custom id</source>
        <translation>własny id</translation>
    </message>
    <message>
        <source>now</source>
        <translation>teraz</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>odbiorca</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>próby</translation>
    </message>
    <message>
        <source>next attempt</source>
        <translation>następna próba</translation>
    </message>
    <message>
        <source>last error</source>
        <translation>ostatni błąd</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Zadania</translation>
    </message>
    <message>
        <source>Messages are a JSON array.</source>
        <translation>Wiadomości to tablica JSON.</translation>
    </message>
    <message>
        <source>Other parameters are a JSON object.</source>
        <translation>Pozostałe parametry to obiekt JSON.</translation>
    </message>
    <message>
        <source>%1 has a field of its own.</source>
        <translation>%1 ma tu własne pole.</translation>
    </message>
    <message>
        <source>others</source>
        <translation>pozostałe</translation>
    </message>
    <message>
        <source>earlier messages</source>
        <translation>wcześniejsze wiadomości</translation>
    </message>
    <message>
        <source>images</source>
        <translation>obrazy</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>narzędzia</translation>
    </message>
    <message>
        <source>other parameters</source>
        <translation>pozostałe parametry</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AddressStep</name>
    <message>
        <source>Where applications find it</source>
        <translation>Gdzie znajdą ją aplikacje</translation>
    </message>
    <message>
        <source>Tollgate stands between your applications and the models. They talk to one address instead of to each vendor, with a key of their own.</source>
        <translation>Tollgate stoi między Twoimi aplikacjami a modelami. Rozmawiają z jednym adresem zamiast z każdym dostawcą z osobna, własnym kluczem.</translation>
    </message>
    <message>
        <source>Use another port</source>
        <translation>Użyj innego portu</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>What it knows is kept in %1, for you only.</source>
        <translation>To, co wie, jest w %1, tylko dla Ciebie.</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>nasłuchuje</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>nie nasłuchuje</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>uruchamia się</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AliasForm</name>
    <message>
        <source>Targets</source>
        <translation>Cele</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>cele</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Cele zapasowe</translation>
    </message>
    <message>
        <source>tried in order when a target fails</source>
        <translation>próbowane po kolei, gdy cel zawiedzie</translation>
    </message>
    <message>
        <source>fallbacks</source>
        <translation>cele zapasowe</translation>
    </message>
    <message>
        <source>None: a failed request fails.</source>
        <translation>Brak: nieudane żądanie kończy się błędem.</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>pomiń</translation>
    </message>
    <message>
        <source>refuse the request</source>
        <translation>odrzuć żądanie</translation>
    </message>
    <message>
        <source>pass on</source>
        <translation>przekaż dalej</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nazwa</translation>
    </message>
    <message>
        <source>strategy</source>
        <translation>strategia</translation>
    </message>
    <message>
        <source>unsupported fields</source>
        <translation>nieobsługiwane pola</translation>
    </message>
    <message>
        <source>An alias needs a name.</source>
        <translation>Alias musi mieć nazwę.</translation>
    </message>
    <message>
        <source>first that works</source>
        <translation>pierwszy sprawny</translation>
    </message>
    <message>
        <source>by weight</source>
        <translation>wg wagi</translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation>najszybszy</translation>
    </message>
    <message>
        <source>the cheapest</source>
        <translation>najtańszy</translation>
    </message>
    <message>
        <source>by the task</source>
        <translation>wg zadania</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AliasesPage</name>
    <message>
        <source>Aliases</source>
        <translation>Aliasy</translation>
    </message>
    <message>
        <source>Filter aliases</source>
        <translation>Filtruj aliasy</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>Nowy alias</translation>
    </message>
    <message>
        <source>No aliases yet</source>
        <translation>Nie ma jeszcze aliasów</translation>
    </message>
    <message>
        <source>An alias is the model name clients use; what stands behind it can change without them.</source>
        <translation>Alias to nazwa modelu, której używają klienci; to, co się za nią kryje, można zmieniać bez ich udziału.</translation>
    </message>
    <message>
        <source>%1 aliases · %2 on</source>
        <translation>aliasy: %1 · włączone: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n cel</numerusform>
            <numerusform>%n cele</numerusform>
            <numerusform>%n celów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fallback(s)</source>
        <translation>
            <numerusform>%n zapasowy</numerusform>
            <numerusform>%n zapasowe</numerusform>
            <numerusform>%n zapasowych</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AnomaliesCard</name>
    <message>
        <source>Unusual spending</source>
        <translation>Nietypowe wydatki</translation>
    </message>
    <message>
        <source>Nobody spends more than two and a half times their usual right now.</source>
        <translation>Nikt nie wydaje teraz ponad dwa i pół raza tyle, co zwykle.</translation>
    </message>
    <message>
        <source>top %1 of %2</source>
        <translation>top %1 z %2</translation>
    </message>
    <message>
        <source>%1: %2× the usual since %3 — %4 in three hours, usually %5</source>
        <translation>%1: %2× zwykłych wydatków od %3 — %4 w trzy godziny, zwykle %5</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Pokaż mniej</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Pokaż wszystkie</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AnswerCard</name>
    <message>
        <source>waiting</source>
        <translation>czeka</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>strumień</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gotowe</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>błąd</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>anulowano</translation>
    </message>
    <message>
        <source>%1[tool call] %2(%3)</source>
        <translation>%1[wywołanie narzędzia] %2(%3)</translation>
    </message>
    <message>
        <source>an alias or provider/model</source>
        <translation>alias lub dostawca/model</translation>
    </message>
    <message>
        <source>target</source>
        <translation>cel</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>Odpowiedź: %1</translation>
    </message>
    <message>
        <source>The answer appears here.</source>
        <translation>Tu pojawi się odpowiedź.</translation>
    </message>
    <message>
        <source>Show in Traffic</source>
        <translation>Pokaż w Ruchu</translation>
    </message>
    <message>
        <source>Show the request of %1 in Traffic</source>
        <translation>Pokaż żądanie %1 w Ruchu</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>odpowiedź</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Stop the answer of %1</source>
        <translation>Zatrzymaj odpowiedź: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Try the round of %1 again</source>
        <translation>Powtórz rundę: %1</translation>
    </message>
    <message>
        <source>[result of %1] %2</source>
        <translation>[wynik %1] %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n round(s)</source>
        <translation>
            <numerusform>%1 w %n rundzie</numerusform>
            <numerusform>%1 w %n rundach</numerusform>
            <numerusform>%1 w %n rundach</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AnswerView</name>
    <message>
        <source>served by</source>
        <translation>obsłużył</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>pierwszy token</translation>
    </message>
    <message>
        <source>total</source>
        <translation>razem</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokeny</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>koszt</translation>
    </message>
    <message>
        <source>%1 in · %2 out</source>
        <translation>%1 wej. · %2 wyj.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AppearanceCard</name>
    <message>
        <source>Appearance</source>
        <translation>Wygląd</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kolory</translation>
    </message>
    <message>
        <source>takes effect at once, in this console only</source>
        <translation>działa od razu, tylko w tej konsoli</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>jak na pulpicie</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>ciemne</translation>
    </message>
    <message>
        <source>light</source>
        <translation>jasne</translation>
    </message>
    <message>
        <source>language</source>
        <translation>język</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Od następnego uruchomienia.</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>kolory</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AuditModel</name>
    <message>
        <source>when</source>
        <translation>kiedy</translation>
    </message>
    <message>
        <source>who</source>
        <translation>kto</translation>
    </message>
    <message>
        <source>change</source>
        <translation>zmiana</translation>
    </message>
    <message>
        <source>what</source>
        <translation>co</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>zasób</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AuditPage</name>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>wszystko</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Odczytywanie…</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Dziennik audytu</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Co się zmieniło</translation>
    </message>
    <message>
        <source>Restore how it was before</source>
        <translation>Przywróć poprzedni stan</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Przywróć tę wersję</translation>
    </message>
    <message>
        <source>Name, field or value</source>
        <translation>Nazwa, pole lub wartość</translation>
    </message>
    <message>
        <source>Find in the audit log</source>
        <translation>Szukaj w dzienniku audytu</translation>
    </message>
    <message>
        <source>Kind of resource</source>
        <translation>Rodzaj zasobu</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kto</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>ktokolwiek</translation>
    </message>
    <message>
        <source>The audit log could not be read</source>
        <translation>Nie udało się odczytać dziennika audytu</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Nic jeszcze nie zmieniono</translation>
    </message>
    <message>
        <source>Every change of the configuration is kept here.</source>
        <translation>Tu przechowywane są wszystkie zmiany konfiguracji.</translation>
    </message>
    <message>
        <source>Nothing in the log is like this</source>
        <translation>Nic w dzienniku nie pasuje</translation>
    </message>
    <message>
        <source>Another text, kind or person may find it.</source>
        <translation>Spróbuj innego tekstu, rodzaju lub osoby.</translation>
    </message>
    <message>
        <source>%1 · by %2 · %3</source>
        <translation>%1 · kto: %2 · %3</translation>
    </message>
    <message>
        <source>It was made like this.</source>
        <translation>W takiej postaci utworzono.</translation>
    </message>
    <message>
        <source>It was like this when it was deleted.</source>
        <translation>W takiej postaci usunięto.</translation>
    </message>
    <message>
        <source>No field that is shown differs; secrets are not kept here.</source>
        <translation>Żadne z pokazywanych pól się nie różni; sekrety nie są tu przechowywane.</translation>
    </message>
    <message numerus="yes">
        <source>%n fields differ.</source>
        <translation>
            <numerusform>Różni się %n pole.</numerusform>
            <numerusform>Różnią się %n pola.</numerusform>
            <numerusform>Różni się %n pól.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was deleted. Make it again as it was %2?</source>
        <translation>Usunięto: %1. Odtworzyć stan z chwili: %2?</translation>
    </message>
    <message>
        <source>Bring %1 back to how it was? Now: %2.</source>
        <translation>Przywrócić poprzedni stan: %1? Teraz: %2.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Przywróć</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Zostaw bez zmian</translation>
    </message>
    <message>
        <source>%1 is like that already.</source>
        <translation>%1: stan jest już taki.</translation>
    </message>
    <message>
        <source>Restored: %1 %2.</source>
        <translation>Przywrócono: %1 %2.</translation>
    </message>
    <message>
        <source>It could not be restored: %1</source>
        <translation>Nie udało się przywrócić: %1</translation>
    </message>
    <message>
        <source>%1 entries read, there are more</source>
        <translation>odczytane wpisy: %1, jest ich więcej</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n wpis</numerusform>
            <numerusform>%n wpisy</numerusform>
            <numerusform>%n wpisów</numerusform>
        </translation>
    </message>
    <message>
        <source>Times are local · secrets are never kept in the log</source>
        <translation>Czas lokalny · sekrety nigdy nie trafiają do dziennika</translation>
    </message>
    <message>
        <source>How it stood right after that.</source>
        <translation>Tak było zaraz potem.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::AuditRestore</name>
    <message>
        <source>It was deleted and cannot be made again.</source>
        <translation>Usunięto i nie można utworzyć ponownie.</translation>
    </message>
    <message>
        <source>restore %1 %2</source>
        <translation>przywrócenie: %1 %2</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BackupCard</name>
    <message>
        <source>there</source>
        <translation>jest</translation>
    </message>
    <message>
        <source>credentials</source>
        <translation>poświadczenia</translation>
    </message>
    <message>
        <source>Backup and restore</source>
        <translation>Kopia zapasowa i przywracanie</translation>
    </message>
    <message>
        <source>Providers, models, aliases, projects, keys, budgets, flags, prompts and settings in one file, without any secret.</source>
        <translation>Dostawcy, modele, aliasy, projekty, klucze, budżety, flagi, prompty i ustawienia w jednym pliku, bez żadnych sekretów.</translation>
    </message>
    <message>
        <source>Save the configuration…</source>
        <translation>Zapisz konfigurację…</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>Przywróć z pliku…</translation>
    </message>
    <message>
        <source>Also remove what the file does not name</source>
        <translation>Usuń także to, czego plik nie wymienia</translation>
    </message>
    <message>
        <source>What the file would change</source>
        <translation>Co zmieniłby plik</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Zastosuj</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Zapisano w %1.</translation>
    </message>
    <message>
        <source>Nothing was written to %1: %2</source>
        <translation>Niczego nie zapisano w %1: %2</translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation>Zapis konfiguracji</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>Przywracanie z pliku</translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation>Konfiguracja (*.json)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Nie można odczytać %1: %2</translation>
    </message>
    <message>
        <source>%1 is too large for a configuration.</source>
        <translation>%1: plik za duży jak na konfigurację.</translation>
    </message>
    <message>
        <source>%1 holds no configuration.</source>
        <translation>%1 nie zawiera konfiguracji.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Everything in %1 is so already.</source>
        <translation>Wszystko jest już zgodne z %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n resources would change by %1.</source>
        <translation>
            <numerusform>%1 zmieni %n zasób.</numerusform>
            <numerusform>%1 zmieni %n zasoby.</numerusform>
            <numerusform>%1 zmieni %n zasobów.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The configuration was restored: %n resources changed.</source>
        <translation>
            <numerusform>Przywrócono konfigurację: zmieniono %n zasób.</numerusform>
            <numerusform>Przywrócono konfigurację: zmieniono %n zasoby.</numerusform>
            <numerusform>Przywrócono konfigurację: zmieniono %n zasobów.</numerusform>
        </translation>
    </message>
    <message>
        <source>Configuration (*.json *.yaml *.yml)</source>
        <translation>Konfiguracja (*.json *.yaml *.yml)</translation>
    </message>
    <message>
        <source>Working out what would change</source>
        <translation>Ustalanie, co by się zmieniło</translation>
    </message>
    <message numerus="yes">
        <source>%n resources would be deleted. Restore all the same?</source>
        <translation>
            <numerusform>%n zasób zostałby usunięty. Mimo to przywrócić?</numerusform>
            <numerusform>%n zasoby zostałyby usunięte. Mimo to przywrócić?</numerusform>
            <numerusform>%n zasobów zostałoby usuniętych. Mimo to przywrócić?</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Przywróć</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Zachowaj wszystko</translation>
    </message>
    <message>
        <source>restore of the configuration</source>
        <translation>przywrócenie konfiguracji</translation>
    </message>
    <message>
        <source>Undo restore</source>
        <translation>Cofnij przywrócenie</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BatchBar</name>
    <message>
        <source>Progress</source>
        <translation>Postęp</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BatchDetail</name>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>przyjęte</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>zakończone</translation>
    </message>
    <message>
        <source>Spent of the budget of the batch</source>
        <translation>Wydano z budżetu wsadu</translation>
    </message>
    <message>
        <source>Save the results…</source>
        <translation>Zapisz wyniki…</translation>
    </message>
    <message>
        <source>Show in Traffic</source>
        <translation>Pokaż w Ruchu</translation>
    </message>
    <message>
        <source>Cancel the batch…</source>
        <translation>Anuluj wsad…</translation>
    </message>
    <message>
        <source>Cancel this batch? What runs may end; nothing else of it begins.</source>
        <translation>Anulować ten wsad? To, co działa, dokończy się; nic więcej się nie zacznie.</translation>
    </message>
    <message>
        <source>Cancel the batch</source>
        <translation>Anuluj wsad</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Niech działa</translation>
    </message>
    <message>
        <source>Nothing more of the batch begins.</source>
        <translation>Nic więcej z tego wsadu się nie zacznie.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Żądania</translation>
    </message>
    <message>
        <source>Which requests of the batch</source>
        <translation>Które żądania wsadu</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Wszystkie</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Z błędem</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>W toku</translation>
    </message>
    <message>
        <source>Requests of the batch</source>
        <translation>Żądania wsadu</translation>
    </message>
    <message>
        <source>Stop saving (%1 %)</source>
        <translation>Przerwij zapis (%1 %)</translation>
    </message>
    <message>
        <source>%1, kept until %2</source>
        <translation>%1, przechowywane do %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Czytanie…</translation>
    </message>
    <message>
        <source>None of them has failed.</source>
        <translation>Żadne nie zakończyło się błędem.</translation>
    </message>
    <message>
        <source>None of them runs right now.</source>
        <translation>Żadne teraz nie działa.</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Zapisz wyniki</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Wiersze JSON (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BodyView</name>
    <message>
        <source>How to show the %1</source>
        <translation>Sposób wyświetlania: %1</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Surowe</translation>
    </message>
    <message>
        <source>The body was not kept</source>
        <translation>Treści nie zachowano</translation>
    </message>
    <message>
        <source>Bodies are kept only while capture is on, for errors or for everything.</source>
        <translation>Treści są zachowywane tylko przy włączonym przechwytywaniu: dla błędów albo dla wszystkiego.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Otwórz ustawienia</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 are shown; copying takes all of it.</source>
        <translation>Pokazano tylko pierwsze %1 z %2; kopiowanie obejmuje całość.</translation>
    </message>
    <message>
        <source>As it was sent; a stream with the time of each event since the request came</source>
        <translation>Tak, jak wysłano; w strumieniu z czasem każdego zdarzenia od nadejścia żądania</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Drzewo</translation>
    </message>
    <message>
        <source>The JSON, part by part</source>
        <translation>JSON, część po części</translation>
    </message>
    <message>
        <source>%1 as a tree</source>
        <translation>%1 jako drzewo</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Kopiuj wartość</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BucketTester</name>
    <message>
        <source>bucket</source>
        <translation>kubełek</translation>
    </message>
    <message>
        <source>bucket %1 → %2 · %3</source>
        <translation>kubełek %1 → %2 · %3</translation>
    </message>
    <message>
        <source>try one: %1</source>
        <translation>wypróbuj: %1</translation>
    </message>
    <message>
        <source>Which arm does this one get: %1</source>
        <translation>Który wariant dostanie: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BudgetForm</name>
    <message>
        <source>Where it stands</source>
        <translation>Stan obecny</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>wydano</translation>
    </message>
    <message>
        <source>left</source>
        <translation>pozostało</translation>
    </message>
    <message>
        <source>What it limits</source>
        <translation>Co ogranicza</translation>
    </message>
    <message>
        <source>spending of</source>
        <translation>zakres wydatków</translation>
    </message>
    <message>
        <source>which one</source>
        <translation>który</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nazwa</translation>
    </message>
    <message>
        <source>client key</source>
        <translation>klucz klienta</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>limit</translation>
    </message>
    <message>
        <source>per</source>
        <translation>okres</translation>
    </message>
    <message>
        <source>A limit above $0.</source>
        <translation>Limit powyżej $0.</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>time zone of the period</source>
        <translation>strefa czasowa okresu</translation>
    </message>
    <message>
        <source>Choose whose spending is limited.</source>
        <translation>Wybierz, czyje wydatki ograniczyć.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Co nastąpi</translation>
    </message>
    <message>
        <source>which alias</source>
        <translation>który alias</translation>
    </message>
    <message>
        <source>cheaper alias</source>
        <translation>tańszy alias</translation>
    </message>
    <message>
        <source>Choose the alias to use instead.</source>
        <translation>Wybierz alias zastępczy.</translation>
    </message>
    <message>
        <source>at the limit</source>
        <translation>po osiągnięciu limitu</translation>
    </message>
    <message>
        <source>percent of the limit</source>
        <translation>procent limitu</translation>
    </message>
    <message>
        <source>Whole percents from 1 to 1000.</source>
        <translation>Pełne procenty od 1 do 1000.</translation>
    </message>
    <message>
        <source>resets</source>
        <translation>odnawia się</translation>
    </message>
    <message>
        <source>notify at</source>
        <translation>powiadom przy</translation>
    </message>
    <message>
        <source>Percent of the limit; you are notified once per period at each.</source>
        <translation>Procent limitu; przy każdym progu powiadomienie pojawia się raz w okresie.</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>zarezerwowane</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>prognoza</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>The oldest of the 30 days drops out of the sum %1.</source>
        <translation>Najstarszy z 30 dni wypada z sumy: %1.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BudgetGauge</name>
    <message>
        <source>%1 of %2 spent, %3 reserved</source>
        <translation>wydano %1 z %2, zarezerwowano %3</translation>
    </message>
    <message>
        <source>, forecast %1</source>
        <translation>, prognoza %1</translation>
    </message>
    <message>
        <source>forecast %1</source>
        <translation>prognoza %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BudgetHistoryCard</name>
    <message>
        <source>What happened at each threshold</source>
        <translation>Co się stało przy każdym progu</translation>
    </message>
    <message>
        <source>this period</source>
        <translation>ten okres</translation>
    </message>
    <message>
        <source>notified</source>
        <translation>wysłano powiadomienie</translation>
    </message>
    <message numerus="yes">
        <source>notified; %n request(s) refused</source>
        <translation>
            <numerusform>wysłano powiadomienie; odrzucono %n żądanie</numerusform>
            <numerusform>wysłano powiadomienie; odrzucono %n żądania</numerusform>
            <numerusform>wysłano powiadomienie; odrzucono %n żądań</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>notified; %n request(s) sent to %1</source>
        <translation>
            <numerusform>wysłano powiadomienie; %n żądanie skierowano do %1</numerusform>
            <numerusform>wysłano powiadomienie; %n żądania skierowano do %1</numerusform>
            <numerusform>wysłano powiadomienie; %n żądań skierowano do %1</numerusform>
        </translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nie osiągnięto</translation>
    </message>
    <message>
        <source>%1, %2 spent</source>
        <translation>%1, wydano %2</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::BudgetsPage</name>
    <message>
        <source>Budgets</source>
        <translation>Budżety</translation>
    </message>
    <message>
        <source>Filter budgets</source>
        <translation>Filtruj budżety</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Nowy budżet</translation>
    </message>
    <message>
        <source>No budgets yet</source>
        <translation>Nie ma jeszcze budżetów</translation>
    </message>
    <message>
        <source>A budget warns, refuses or switches to a cheaper alias before spending runs away.</source>
        <translation>Budżet ostrzega, odrzuca żądania lub przełącza na tańszy alias, zanim wydatki wymkną się spod kontroli.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
    <message numerus="yes">
        <source>%n budget(s) · %1 near the limit · %2 exceeded</source>
        <translation>
            <numerusform>%n budżet · blisko limitu: %1 · przekroczone: %2</numerusform>
            <numerusform>%n budżety · blisko limitu: %1 · przekroczone: %2</numerusform>
            <numerusform>%n budżetów · blisko limitu: %1 · przekroczone: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CanaryCard</name>
    <message>
        <source>p95 latency</source>
        <translation>opóźnienie p95</translation>
    </message>
    <message>
        <source>error rate</source>
        <translation>odsetek błędów</translation>
    </message>
    <message>
        <source>cost / request</source>
        <translation>koszt / żądanie</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>Kanarek</translation>
    </message>
    <message>
        <source>No canary is running</source>
        <translation>Nie działa żaden kanarek</translation>
    </message>
    <message>
        <source>A canary flag sends a share of an alias to another model and compares both.</source>
        <translation>Flaga kanarkowa kieruje część ruchu aliasu do innego modelu i porównuje oba.</translation>
    </message>
    <message>
        <source>Canary compared with stable</source>
        <translation>Kanarek w porównaniu z wersją stabilną</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stabilna</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>kanarek</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>różnica</translation>
    </message>
    <message>
        <source>Open flags</source>
        <translation>Otwórz flagi</translation>
    </message>
    <message>
        <source>Send %1 percent to the canary</source>
        <translation>Kieruj %1 procent do kanarka</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Wycofaj</translation>
    </message>
    <message>
        <source>Roll the canary back</source>
        <translation>Wycofaj kanarka</translation>
    </message>
    <message>
        <source>Canary ·</source>
        <translation>Kanarek ·</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>sprawny</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>gorszy</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>za mało danych</translation>
    </message>
    <message>
        <source>target %1 · sticky by %2 · %3 requests</source>
        <translation>docelowo %1 · przypisanie: %2 · żądania: %3</translation>
    </message>
    <message>
        <source>Too large a difference to be chance</source>
        <translation>Różnica zbyt duża, by była przypadkowa</translation>
    </message>
    <message>
        <source>Not significant: it may be chance</source>
        <translation>Nieistotna: może być przypadkowa</translation>
    </message>
    <message>
        <source>%1 sends %2 % to the canary now.</source>
        <translation>%1 kieruje teraz %2 % do kanarka.</translation>
    </message>
    <message>
        <source>%1 is rolled back.</source>
        <translation>Wycofano %1.</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Brama nie odpowiada.</translation>
    </message>
    <message>
        <source>n.s.</source>
        <translation>n.i.</translation>
    </message>
    <message>
        <source>cost / 1000</source>
        <translation>koszt / 1000</translation>
    </message>
    <message>
        <source>What a thousand requests cost</source>
        <translation>Ile kosztuje tysiąc żądań</translation>
    </message>
    <message>
        <source>share of flag %1</source>
        <translation>udział flagi %1</translation>
    </message>
    <message>
        <source>roll back flag %1</source>
        <translation>wycofanie flagi %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CanaryForm</name>
    <message>
        <source>Roll back to stable</source>
        <translation>Wycofaj do stabilnej</translation>
    </message>
    <message>
        <source>Everyone gets stable from the next request on</source>
        <translation>Od następnego żądania wszyscy dostają wersję stabilną</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Zasięg</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stabilna</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>kanarek</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>zasięg</translation>
    </message>
    <message>
        <source>user</source>
        <translation>użytkownik</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>client key</source>
        <translation>klucz klienta</translation>
    </message>
    <message>
        <source>which alias</source>
        <translation>który alias</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>Another salt puts everyone into another bucket</source>
        <translation>Inna sól przenosi wszystkich do innych kubełków</translation>
    </message>
    <message>
        <source>sticky by</source>
        <translation>przypisanie</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>salt</source>
        <translation>sól</translation>
    </message>
    <message>
        <source>ramp</source>
        <translation>zwiększanie zasięgu</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reguły</translation>
    </message>
    <message>
        <source>first match wins</source>
        <translation>decyduje pierwsza pasująca</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>reguły</translation>
    </message>
    <message>
        <source>%1 canary</source>
        <translation>%1 kanarek</translation>
    </message>
    <message>
        <source>%1 is rolled back: everyone gets stable.</source>
        <translation>Wycofano %1: wszyscy dostają wersję stabilną.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CertificateDialog</name>
    <message>
        <source>Is this %1?</source>
        <translation>Czy to jest %1?</translation>
    </message>
    <message>
        <source>The certificate is another one than the one you trusted before. If nobody has renewed it, somebody may stand between you and the gateway.</source>
        <translation>To inny certyfikat niż ten, któremu wcześniej zaufano. Jeśli nikt go nie odnowił, ktoś może stać między Tobą a bramą.</translation>
    </message>
    <message>
        <source>The gateway&apos;s certificate does not verify: %1. Compare the fingerprint with the one the gateway&apos;s owner sees before you trust it; nothing has been sent yet.</source>
        <translation>Certyfikat bramy nie przechodzi weryfikacji: %1. Zanim mu zaufasz, porównaj odcisk z tym, który widzi właściciel bramy; nic jeszcze nie wysłano.</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Wystawiony dla</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Wystawca</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Ważny</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>odcisk</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>Nie łącz</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Zaufaj temu certyfikatowi</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ChangePreview</name>
    <message>
        <source>Will change</source>
        <translation>Zmieni się</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>i jeszcze %1</translation>
    </message>
    <message>
        <source>Will change: %1</source>
        <translation>Zmieni się: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::Chart</name>
    <message>
        <source>Show as table</source>
        <translation>Pokaż jako tabelę</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>Kopiuj jako obraz</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>Pokaż całość</translation>
    </message>
    <message>
        <source>Reset the zoom of the chart</source>
        <translation>Pokaż znów cały wykres</translation>
    </message>
    <message>
        <source>Zoomed from %1 to %2</source>
        <translation>Powiększony od %1 do %2</translation>
    </message>
    <message>
        <source>Copied as an image</source>
        <translation>Skopiowano jako obraz</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ChartTableDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Kopiuj tabelę</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>Zamknij tabelę</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CheatSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Skróty klawiszowe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Close the list of shortcuts</source>
        <translation>Zamknij listę skrótów</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ClientDetail</name>
    <message>
        <source>Key and model</source>
        <translation>Klucz i model</translation>
    </message>
    <message>
        <source>an alias or provider/model</source>
        <translation>alias lub dostawca/model</translation>
    </message>
    <message>
        <source>paste a client key</source>
        <translation>wklej klucz klienta</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>key</source>
        <translation>klucz</translation>
    </message>
    <message>
        <source>Create a key</source>
        <translation>Utwórz klucz</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Ręcznie</translation>
    </message>
    <message>
        <source>Kind of settings</source>
        <translation>Rodzaj ustawień</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ustawienia</translation>
    </message>
    <message>
        <source>Settings to copy</source>
        <translation>Ustawienia do skopiowania</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Wypróbuj</translation>
    </message>
    <message>
        <source>a short request through the gateway, as this program sends it</source>
        <translation>krótkie żądanie przez bramę, takie jak wysyła ten program</translation>
    </message>
    <message>
        <source>Send a probe</source>
        <translation>Wyślij próbę</translation>
    </message>
    <message>
        <source>YOUR_KEY</source>
        <translation>TWÓJ_KLUCZ</translation>
    </message>
    <message>
        <source>YOUR_MODEL</source>
        <translation>TWÓJ_MODEL</translation>
    </message>
    <message>
        <source>A key of its own shows what this program costs, and can be taken away alone.</source>
        <translation>Własny klucz pokazuje, ile kosztuje ten program, i można odebrać tylko jego.</translation>
    </message>
    <message>
        <source>%1 calls from its maker&apos;s servers: an address of this machine is out of their reach. It takes a public address with TLS in front of the gateway.</source>
        <translation>%1 wywołuje z serwerów producenta: adres tego komputera jest poza ich zasięgiem. Potrzebny jest publiczny adres z TLS przed bramą.</translation>
    </message>
    <message>
        <source>This gateway does not speak the API of %1: it would not reach a model, so nothing is written.</source>
        <translation>Ta brama nie obsługuje API programu %1: nie dotarłby do modelu, więc nic nie jest zapisywane.</translation>
    </message>
    <message>
        <source>Key %1 is made. Its secret is shown here until you leave the page, and never again.</source>
        <translation>Utworzono klucz %1. Jego sekret widać tu do opuszczenia strony i nigdy więcej.</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>pytanie</translation>
    </message>
    <message>
        <source>works</source>
        <translation>działa</translation>
    </message>
    <message>
        <source>%1/%2 answered in %3, attempts: %4.</source>
        <translation>%1/%2: odpowiedź po %3, próby: %4.</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>błąd</translation>
    </message>
    <message>
        <source>Key %1 is made. Its secret can be copied now, and never again.</source>
        <translation>Klucz %1 jest gotowy. Jego sekret można skopiować teraz i nigdy więcej.</translation>
    </message>
    <message>
        <source>Copy the secret</source>
        <translation>Kopiuj sekret</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ClientFile</name>
    <message>
        <source>%1 is too large to be a configuration file.</source>
        <translation>%1 jest za duży jak na plik konfiguracji.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Nie można odczytać %1: %2</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile. Look at the new difference first.</source>
        <translation>%1 zmieniono w międzyczasie. Najpierw obejrzyj nową różnicę.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Nie ma czego cofać.</translation>
    </message>
    <message>
        <source>%1 was changed since it was written.</source>
        <translation>%1 zmieniono od czasu zapisu.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>Nie można usunąć %1.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta poleceń</translation>
    </message>
    <message>
        <source>Go to a page or an object, or do something</source>
        <translation>Przejdź do strony lub obiektu albo coś zrób</translation>
    </message>
    <message>
        <source>Search pages, objects and actions</source>
        <translation>Szukaj stron, obiektów i działań</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Wyniki</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nic nie pasuje.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter do it · Esc close</source>
        <translation>↑ ↓ wybór · Enter wykonaj · Esc zamknij</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CompareCard</name>
    <message>
        <source>Compare</source>
        <translation>Porównanie</translation>
    </message>
    <message>
        <source>Version at the left</source>
        <translation>Wersja po lewej</translation>
    </message>
    <message>
        <source>Version at the right</source>
        <translation>Wersja po prawej</translation>
    </message>
    <message>
        <source>The two versions side by side</source>
        <translation>Obie wersje obok siebie</translation>
    </message>
    <message>
        <source>%1, the default</source>
        <translation>%1, domyślna</translation>
    </message>
    <message>
        <source>what is being written</source>
        <translation>to, co jest pisane</translation>
    </message>
    <message>
        <source>They say the same.</source>
        <translation>Mówią to samo.</translation>
    </message>
    <message>
        <source>Lines that differ: %1</source>
        <translation>Różniące się wiersze: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ConnectPage</name>
    <message>
        <source>Applications</source>
        <translation>Aplikacje</translation>
    </message>
    <message>
        <source>How to connect it</source>
        <translation>Jak ją podłączyć</translation>
    </message>
    <message>
        <source>not seen lately</source>
        <translation>ostatnio niewidziana</translation>
    </message>
    <message>
        <source>last request %1</source>
        <translation>ostatnie żądanie %1</translation>
    </message>
    <message numerus="yes">
        <source>Programs seen lately: %n</source>
        <translation>
            <numerusform>Programy widziane ostatnio: %n</numerusform>
            <numerusform>Programy widziane ostatnio: %n</numerusform>
            <numerusform>Programy widziane ostatnio: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ConnectionBanner</name>
    <message>
        <source>Connect now</source>
        <translation>Połącz teraz</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Połączenie</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Łączenie z %1</translation>
    </message>
    <message>
        <source>Not connected to %1: %2</source>
        <translation>Brak połączenia z %1: %2</translation>
    </message>
    <message>
        <source>What you see is of %1. Edits stay.</source>
        <translation>Widoczne dane są z %1. Niezapisane zmiany zostają.</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n s.</source>
        <translation>
            <numerusform>Następna próba za %n s.</numerusform>
            <numerusform>Następna próba za %n s.</numerusform>
            <numerusform>Następna próba za %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CopyButton</name>
    <message>
        <source>copy</source>
        <translation>kopiuj</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Kopiuj: %1</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>skopiowano</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CostCard</name>
    <message>
        <source>by project</source>
        <translation>wg projektu</translation>
    </message>
    <message>
        <source>by user</source>
        <translation>wg użytkownika</translation>
    </message>
    <message>
        <source>by model</source>
        <translation>wg modelu</translation>
    </message>
    <message>
        <source>by provider</source>
        <translation>wg dostawcy</translation>
    </message>
    <message>
        <source>Cost per day</source>
        <translation>Koszt dzienny</translation>
    </message>
    <message>
        <source>Grouping of the cost</source>
        <translation>Grupowanie kosztu</translation>
    </message>
    <message>
        <source>Nothing was spent yet</source>
        <translation>Nie było jeszcze wydatków</translation>
    </message>
    <message>
        <source>daily budget %1</source>
        <translation>budżet dzienny %1</translation>
    </message>
    <message>
        <source>The cost is not known</source>
        <translation>Koszt jest nieznany</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) today have no price.</source>
        <translation>
            <numerusform>%n dzisiejsze żądanie nie ma ceny.</numerusform>
            <numerusform>%n dzisiejsze żądania nie mają ceny.</numerusform>
            <numerusform>%n dzisiejszych żądań nie ma ceny.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CostTable</name>
    <message>
        <source>Cost</source>
        <translation>Koszt</translation>
    </message>
    <message>
        <source>price: %1</source>
        <translation>cena: %1</translation>
    </message>
    <message>
        <source>no price is known</source>
        <translation>cena nieznana</translation>
    </message>
    <message>
        <source>reserved %1</source>
        <translation>zarezerwowano %1</translation>
    </message>
    <message>
        <source>, released %1</source>
        <translation>, zwolniono %1</translation>
    </message>
    <message>
        <source>total</source>
        <translation>razem</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::CredentialEdit</name>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Remove the stored key</source>
        <translation>Usuń zapisany klucz</translation>
    </message>
    <message>
        <source>Keep as it was</source>
        <translation>Zostaw bez zmian</translation>
    </message>
    <message>
        <source>New API keys, one per line</source>
        <translation>Nowe klucze API, po jednym w wierszu</translation>
    </message>
    <message>
        <source>Paste the key; several keys one per line</source>
        <translation>Wklej klucz; kilka kluczy – po jednym w wierszu</translation>
    </message>
    <message>
        <source>Access key id</source>
        <translation>Identyfikator klucza dostępu</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>Tajny klucz dostępu</translation>
    </message>
    <message>
        <source>Session token, where there is one</source>
        <translation>Token sesji, jeśli jest</translation>
    </message>
    <message>
        <source>Or paste a Bedrock API key</source>
        <translation>Lub wklej klucz API Bedrock</translation>
    </message>
    <message>
        <source>will be removed</source>
        <translation>zostanie usunięty</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Zastąp</translation>
    </message>
    <message>
        <source>Set a key</source>
        <translation>Ustaw klucz</translation>
    </message>
    <message>
        <source>Replace the stored key</source>
        <translation>Zastąp zapisany klucz</translation>
    </message>
    <message>
        <source>Set an API key</source>
        <translation>Ustaw klucz API</translation>
    </message>
    <message>
        <source>no key stored</source>
        <translation>brak zapisanego klucza</translation>
    </message>
    <message>
        <source>stored: %1</source>
        <translation>zapisano: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>a new access key</source>
        <translation>nowy klucz dostępu</translation>
    </message>
    <message numerus="yes">
        <source>%n new key(s)</source>
        <translation>
            <numerusform>%n nowy klucz</numerusform>
            <numerusform>%n nowe klucze</numerusform>
            <numerusform>%n nowych kluczy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DataCall</name>
    <message>
        <source>Cancelled.</source>
        <translation>Anulowano.</translation>
    </message>
    <message>
        <source>%1 (status %2)</source>
        <translation>%1 (status %2)</translation>
    </message>
    <message>
        <source>The gateway answered with status %1.</source>
        <translation>Brama odpowiedziała statusem %1.</translation>
    </message>
    <message>
        <source>No answer in time.</source>
        <translation>Brak odpowiedzi na czas.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DeploymentsEdit</name>
    <message>
        <source>gpt-4o = my-deployment</source>
        <translation>gpt-4o = moje-wdrożenie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>“%1” has no deployment: write model = deployment.</source>
        <translation>„%1” nie ma wdrożenia: wpisz model = wdrożenie.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DetailHeader</name>
    <message>
        <source>Enabled</source>
        <translation>Włączone</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>włączone</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>wyłączone</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Więcej działań</translation>
    </message>
    <message>
        <source>Duplicate	Ctrl+D</source>
        <translation>Duplikuj	Ctrl+D</translation>
    </message>
    <message>
        <source>Delete…	Del</source>
        <translation>Usuń…	Del</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Odrzuć</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Utwórz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DiffTable</name>
    <message>
        <source>field</source>
        <translation>pole</translation>
    </message>
    <message>
        <source>before</source>
        <translation>przed</translation>
    </message>
    <message>
        <source>after</source>
        <translation>po</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DragHandle</name>
    <message>
        <source>Drag to reorder</source>
        <translation>Przeciągnij, aby zmienić kolejność</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::DryRunPanel</name>
    <message>
        <source>What would change</source>
        <translation>Co się zmieni</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Zastosuj</translation>
    </message>
    <message>
        <source>Working out what would change…</source>
        <translation>Ustalanie, co się zmieni…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Done. %1</source>
        <translation>Gotowe. %1</translation>
    </message>
    <message>
        <source>Working out what would change</source>
        <translation>Ustalanie, co by się zmieniło</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ExpiryEdit</name>
    <message>
        <source>Expiry</source>
        <translation>Wygaśnięcie</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>on</source>
        <translation>dnia</translation>
    </message>
    <message>
        <source>Expires on</source>
        <translation>Wygasa dnia</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ExplainCard</name>
    <message>
        <source>Explain</source>
        <translation>Wyjaśnij</translation>
    </message>
    <message>
        <source>nothing is sent, nothing is spent</source>
        <translation>nic nie jest wysyłane, nic nie kosztuje</translation>
    </message>
    <message>
        <source>request</source>
        <translation>żądanie</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nikt</translation>
    </message>
    <message>
        <source>as user</source>
        <translation>jako użytkownik</translation>
    </message>
    <message>
        <source>This is not a JSON object: %1</source>
        <translation>To nie jest obiekt JSON: %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>wybrany</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>nie teraz</translation>
    </message>
    <message>
        <source>%1 %2: %3, %4</source>
        <translation>%1 %2: %3, %4</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>No target could take this request.</source>
        <translation>Żaden cel nie mógł przyjąć tego żądania.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ExportStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Postęp eksportu</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Anuluj eksport</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Eksportowanie…</translation>
    </message>
    <message numerus="yes">
        <source>Exporting: %1 requests, back to %2</source>
        <translation>
            <numerusform>Eksportowanie: %1 żądanie, wstecz do %2</numerusform>
            <numerusform>Eksportowanie: %1 żądania, wstecz do %2</numerusform>
            <numerusform>Eksportowanie: %1 żądań, wstecz do %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FactsCard</name>
    <message>
        <source>the desktop&apos;s keychain</source>
        <translation>pęk kluczy pulpitu</translation>
    </message>
    <message>
        <source>a sealed file</source>
        <translation>zaszyfrowany plik</translation>
    </message>
    <message>
        <source>sealed with a key from the environment</source>
        <translation>zaszyfrowane kluczem ze środowiska</translation>
    </message>
    <message>
        <source>memory only: lost at the end</source>
        <translation>tylko pamięć: znikają po zamknięciu</translation>
    </message>
    <message>
        <source>nowhere: credentials cannot be stored</source>
        <translation>nigdzie: poświadczeń nie można zapisać</translation>
    </message>
    <message>
        <source>This gateway</source>
        <translation>Ta brama</translation>
    </message>
    <message>
        <source>decided when the program starts</source>
        <translation>ustalane przy uruchomieniu programu</translation>
    </message>
    <message>
        <source>listens on</source>
        <translation>nasłuchuje na</translation>
    </message>
    <message>
        <source>worker threads</source>
        <translation>wątki robocze</translation>
    </message>
    <message>
        <source>data directory</source>
        <translation>katalog danych</translation>
    </message>
    <message>
        <source>database</source>
        <translation>baza danych</translation>
    </message>
    <message>
        <source>provider keys in</source>
        <translation>miejsce kluczy dostawców</translation>
    </message>
    <message>
        <source>version</source>
        <translation>wersja</translation>
    </message>
    <message>
        <source>%1, %2 requests</source>
        <translation>%1, żądania: %2</translation>
    </message>
    <message>
        <source>%1, configuration %2</source>
        <translation>%1, konfiguracja %2</translation>
    </message>
    <message>
        <source>Run setup again</source>
        <translation>Uruchom konfigurację ponownie</translation>
    </message>
    <message>
        <source>Address, secret store, a provider, a budget, a client key: step by step</source>
        <translation>Adres, magazyn sekretów, dostawca, budżet, klucz klienta: krok po kroku</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FaultDial</name>
    <message>
        <source>Healthy</source>
        <translation>Zdrowy</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Powolny</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Zawodny</translation>
    </message>
    <message>
        <source>Rate-limited</source>
        <translation>Z limitem</translation>
    </message>
    <message>
        <source>Stalling</source>
        <translation>Zamiera</translation>
    </message>
    <message>
        <source>Truncating</source>
        <translation>Urywa</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FaultLabPage</name>
    <message>
        <source>No simulated provider</source>
        <translation>Brak symulowanego dostawcy</translation>
    </message>
    <message>
        <source>The fault lab breaks providers on purpose, so it only touches those of the kind simulated. Make one to try failover without keys and without spending.</source>
        <translation>Laboratorium awarii celowo psuje dostawców, więc dotyka tylko tych rodzaju simulated. Utwórz takiego, by wypróbować przełączanie bez kluczy i bez wydatków.</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Nowy dostawca</translation>
    </message>
    <message>
        <source>%1 · %2/%3: circuit %4</source>
        <translation>%1 · %2/%3: bezpiecznik %4</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Awarie</translation>
    </message>
    <message>
        <source>simulated provider</source>
        <translation>symulowany dostawca</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>mean latency</source>
        <translation>średnie opóźnienie</translation>
    </message>
    <message>
        <source>answers with status 500</source>
        <translation>odpowiada statusem 500</translation>
    </message>
    <message>
        <source>never answers</source>
        <translation>nigdy nie odpowiada</translation>
    </message>
    <message>
        <source>answers with status 429</source>
        <translation>odpowiada statusem 429</translation>
    </message>
    <message>
        <source>falls silent half way</source>
        <translation>milknie w połowie</translation>
    </message>
    <message>
        <source>breaks off half way</source>
        <translation>urywa w połowie</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Zastosuj</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>Przywróć</translation>
    </message>
    <message>
        <source>Test traffic</source>
        <translation>Ruch testowy</translation>
    </message>
    <message>
        <source>real requests, marked fault-lab</source>
        <translation>prawdziwe żądania, oznaczone fault-lab</translation>
    </message>
    <message>
        <source>an alias or provider/model</source>
        <translation>alias lub dostawca/model</translation>
    </message>
    <message>
        <source>target</source>
        <translation>cel</translation>
    </message>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>żądania</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>najwyżej</translation>
    </message>
    <message>
        <source>Health of %1</source>
        <translation>Kondycja: %1</translation>
    </message>
    <message>
        <source>%1 behaves as it did before.</source>
        <translation>%1 działa tak jak wcześniej.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Send test traffic</source>
        <translation>Wyślij ruch testowy</translation>
    </message>
    <message>
        <source>Dialled. &quot;Back to normal&quot; puts its options back exactly as they were.</source>
        <translation>Zmienione. „Przywróć” odtworzy opcje dokładnie takie, jakie były.</translation>
    </message>
    <message>
        <source>As configured. What is there now is kept and can be put back.</source>
        <translation>Jak skonfigurowano. Obecny stan jest zachowany i można go przywrócić.</translation>
    </message>
    <message>
        <source>Fault lab</source>
        <translation>Laboratorium awarii</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FileCard</name>
    <message>
        <source>Its own file</source>
        <translation>Własny plik</translation>
    </message>
    <message>
        <source>What would change in the file</source>
        <translation>Co zmieniłoby się w pliku</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Zapisz plik</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>points here</source>
        <translation>wskazuje tutaj</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>jeszcze go nie ma</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>bez zmian</translation>
    </message>
    <message>
        <source>Restore the backup anyway</source>
        <translation>Przywróć kopię mimo to</translation>
    </message>
    <message>
        <source>The file was changed since it was written here. Restoring the backup takes these changes away as well.</source>
        <translation>Plik zmieniono od czasu zapisu. Przywrócenie kopii usunie także te zmiany.</translation>
    </message>
    <message>
        <source>Create a key or paste one to write the file.</source>
        <translation>Utwórz lub wklej klucz, by zapisać plik.</translation>
    </message>
    <message>
        <source>Everything else in the file stays. What is there now is kept beside it and can be put back.</source>
        <translation>Reszta pliku pozostaje. Obecna treść jest zachowana obok i można ją przywrócić.</translation>
    </message>
    <message>
        <source>The file is made for you alone to read. Undo removes it again.</source>
        <translation>Plik powstaje do odczytu tylko dla ciebie. Cofnięcie go usunie.</translation>
    </message>
    <message>
        <source>%1 is configured. %2</source>
        <translation>%1: skonfigurowano. %2</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1: przywrócono poprzedni stan.</translation>
    </message>
    <message>
        <source>With a key in it, only you will be able to read it.</source>
        <translation>Z kluczem w środku będziesz mógł go czytać tylko Ty.</translation>
    </message>
    <message>
        <source>With a key in it, only you can read the file now.</source>
        <translation>Ponieważ jest w nim klucz, plik możesz teraz czytać tylko Ty.</translation>
    </message>
    <message>
        <source>Choose a model to write the file.</source>
        <translation>Wybierz model, aby zapisać plik.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FileExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>Eksport anulowano.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FilterLineEdit</name>
    <message>
        <source>Filter requests</source>
        <translation>Filtruj żądania</translation>
    </message>
    <message>
        <source>user:nightly-eval status:&gt;=400 latency:&gt;1s …</source>
        <translation>user:nightly-eval status:&gt;=400 latency:&gt;1s …</translation>
    </message>
    <message>
        <source>Filter completions</source>
        <translation>Podpowiedzi filtra</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FirstRun</name>
    <message>
        <source>Setup is not finished yet: nothing is configured.</source>
        <translation>Konfiguracja nie jest ukończona: niczego jeszcze nie ustawiono.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Kontynuuj</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FlagForm</name>
    <message>
        <source>What it is</source>
        <translation>Dane podstawowe</translation>
    </message>
    <message>
        <source>key and type stay once it is created</source>
        <translation>klucza i typu nie można zmienić po utworzeniu</translation>
    </message>
    <message>
        <source>Type of flag</source>
        <translation>Typ flagi</translation>
    </message>
    <message>
        <source>key</source>
        <translation>klucz</translation>
    </message>
    <message>
        <source>A flag needs a key.</source>
        <translation>Flaga musi mieć klucz.</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>włączona</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FlagHistoryCard</name>
    <message>
        <source>today %1</source>
        <translation>dziś %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>wczoraj %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>when</source>
        <translation>kiedy</translation>
    </message>
    <message>
        <source>who</source>
        <translation>kto</translation>
    </message>
    <message>
        <source>change</source>
        <translation>zmiana</translation>
    </message>
    <message>
        <source>History of this flag</source>
        <translation>Historia tej flagi</translation>
    </message>
    <message>
        <source>Changes to this flag appear here.</source>
        <translation>Tu pojawią się zmiany tej flagi.</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>przywróć</translation>
    </message>
    <message>
        <source>Bring the flag back to how this change left it; saved only by Save</source>
        <translation>Przywróć flagę do stanu po tej zmianie; zapis dopiero przyciskiem Zapisz</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FlagsPage</name>
    <message>
        <source>Flags</source>
        <translation>Flagi</translation>
    </message>
    <message>
        <source>Filter flags</source>
        <translation>Filtruj flagi</translation>
    </message>
    <message>
        <source>New flag</source>
        <translation>Nowa flaga</translation>
    </message>
    <message>
        <source>No flags yet</source>
        <translation>Nie ma jeszcze flag</translation>
    </message>
    <message>
        <source>Try a new model on a few percent of users, compare prompts, or cut a provider off with one key.</source>
        <translation>Wypróbuj nowy model na kilku procentach użytkowników, porównaj prompty albo odetnij dostawcę jednym klawiszem.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Every change to flags, in the audit log</source>
        <translation>Wszystkie zmiany flag w dzienniku audytu</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) · %1 on</source>
        <translation>
            <numerusform>%n flaga · włączone: %1</numerusform>
            <numerusform>%n flagi · włączone: %1</numerusform>
            <numerusform>%n flag · włączone: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::FormBinding</name>
    <message>
        <source>A whole number above 0, or empty.</source>
        <translation>Liczba całkowita większa od 0 albo puste pole.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::GatewayCard</name>
    <message>
        <source>Listening</source>
        <translation>Działa</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Uruchamianie</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Nie nasłuchuje</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Zatrzymana</translation>
    </message>
    <message>
        <source>· %1 req/s</source>
        <translation>· %1/s</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>Use another port</source>
        <translation>Użyj innego portu</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Brama</translation>
    </message>
    <message>
        <source>Listen on a free port this time</source>
        <translation>Tym razem nasłuchuj na wolnym porcie</translation>
    </message>
    <message>
        <source>Stop the gateway</source>
        <translation>Zatrzymaj bramę</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Uruchom bramę</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Połączono</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Łączenie</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Brak połączenia</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::GatewayNotices</name>
    <message>
        <source>Notices</source>
        <translation>Powiadomienia</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::GuardrailsCard</name>
    <message>
        <source>Guardrails</source>
        <translation>Zabezpieczenia</translation>
    </message>
    <message>
        <source>roll back by itself when the canary is</source>
        <translation>samoczynne wycofanie, gdy kanarek ma</translation>
    </message>
    <message>
        <source>error rate above</source>
        <translation>odsetek błędów powyżej</translation>
    </message>
    <message>
        <source>p95 latency worse by</source>
        <translation>opóźnienie p95 wyższe o</translation>
    </message>
    <message>
        <source>cost per request worse by</source>
        <translation>koszt żądania wyższy o</translation>
    </message>
    <message>
        <source>needs at least</source>
        <translation>co najmniej</translation>
    </message>
    <message>
        <source>Fewest canary requests before guardrails act</source>
        <translation>Najmniejsza liczba żądań kanarka, przy której działają zabezpieczenia</translation>
    </message>
    <message>
        <source>canary requests</source>
        <translation>żądań kanarka</translation>
    </message>
    <message>
        <source>guardrails after</source>
        <translation>próg zabezpieczeń</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>off</source>
        <translation>wył.</translation>
    </message>
    <message>
        <source>Roll back when %1</source>
        <translation>Wycofaj, gdy %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>teraz %1</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>brak danych</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>za mało</translation>
    </message>
    <message>
        <source>breached</source>
        <translation>przekroczone</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n żądanie</numerusform>
            <numerusform>%n żądania</numerusform>
            <numerusform>%n żądań</numerusform>
        </translation>
    </message>
    <message>
        <source>back to the default by itself when a version is</source>
        <translation>samo wraca do domyślnej, gdy któraś wersja ma</translation>
    </message>
    <message>
        <source>Fewest requests of a version before guardrails act</source>
        <translation>Najmniej żądań wersji, zanim zadziałają zabezpieczenia</translation>
    </message>
    <message>
        <source>requests of a version</source>
        <translation>żądań jednej wersji</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::HealthCard</name>
    <message>
        <source>Provider health</source>
        <translation>Kondycja dostawców</translation>
    </message>
    <message>
        <source>No providers yet</source>
        <translation>Nie ma jeszcze dostawców</translation>
    </message>
    <message>
        <source>Requests need at least one to go to.</source>
        <translation>Żądania potrzebują co najmniej jednego dostawcy.</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Dodaj dostawcę</translation>
    </message>
    <message>
        <source>last %1 min</source>
        <translation>ostatnie %1 min</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JobsControls</name>
    <message>
        <source>Which list</source>
        <translation>Która lista</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Zadania</translation>
    </message>
    <message>
        <source>Single requests that outlive their caller</source>
        <translation>Pojedyncze żądania, które przeżywają swojego klienta</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Wsady</translation>
    </message>
    <message>
        <source>Many requests handed in at once</source>
        <translation>Wiele żądań oddanych naraz</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooki</translation>
    </message>
    <message>
        <source>Answers that are still to be delivered</source>
        <translation>Odpowiedzi, które trzeba jeszcze doręczyć</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Only of this project</source>
        <translation>Tylko tego projektu</translation>
    </message>
    <message>
        <source>Resend all…</source>
        <translation>Wyślij wszystkie ponownie…</translation>
    </message>
    <message>
        <source>any status</source>
        <translation>dowolny stan</translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) were given up</source>
        <translation>
            <numerusform>%n webhook porzucono</numerusform>
            <numerusform>%n webhooki porzucono</numerusform>
            <numerusform>%n webhooków porzucono</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JobsEmpty</name>
    <message>
        <source>try it with curl:</source>
        <translation>wypróbuj z curl:</translation>
    </message>
    <message>
        <source>Nothing matches this filter</source>
        <translation>Nic nie pasuje do tego filtra</translation>
    </message>
    <message>
        <source>What matches later will appear here.</source>
        <translation>To, co będzie pasować później, pojawi się tutaj.</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>Nie udało się odczytać listy</translation>
    </message>
    <message>
        <source>Every webhook is delivered</source>
        <translation>Każdy webhook doręczono</translation>
    </message>
    <message>
        <source>What a receiver did not take stands here, with what it answered.</source>
        <translation>Tu jest to, czego odbiorca nie przyjął, wraz z jego odpowiedzią.</translation>
    </message>
    <message>
        <source>No batches yet</source>
        <translation>Nie ma jeszcze wsadów</translation>
    </message>
    <message>
        <source>Post many requests to /v1/batches and fetch their results when they are done.</source>
        <translation>Wyślij wiele żądań na /v1/batches i pobierz wyniki, gdy będą gotowe.</translation>
    </message>
    <message>
        <source>No tasks yet</source>
        <translation>Nie ma jeszcze zadań</translation>
    </message>
    <message>
        <source>Post a request to /v1/async/completions and fetch its result later, or have it sent to a webhook.</source>
        <translation>Wyślij żądanie na /v1/async/completions i pobierz wynik później albo każ go wysłać do webhooka.</translation>
    </message>
    <message>
        <source>What waits goes on when it runs again.</source>
        <translation>To, co czeka, ruszy dalej po jej uruchomieniu.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JobsPage</name>
    <message>
        <source>Tasks</source>
        <translation>Zadania</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Wsady</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooki</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Zadania</translation>
    </message>
    <message>
        <source>The request of the chosen task in Traffic</source>
        <translation>Żądanie wybranego zadania w Ruchu</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) written to %1</source>
        <translation>
            <numerusform>%n wynik zapisano do %1</numerusform>
            <numerusform>%n wyniki zapisano do %1</numerusform>
            <numerusform>%n wyników zapisano do %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>Nie zapisano %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Resend all %n webhook(s) that were given up? Receivers may get what they have already.</source>
        <translation>
            <numerusform>Wysłać ponownie %n porzucony webhook? Odbiorca może dostać to, co już ma.</numerusform>
            <numerusform>Wysłać ponownie wszystkie %n porzucone webhooki? Odbiorcy mogą dostać to, co już mają.</numerusform>
            <numerusform>Wysłać ponownie wszystkie %n porzuconych webhooków? Odbiorcy mogą dostać to, co już mają.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resend every webhook of %1 that was given up? Receivers may get what they have already.</source>
        <translation>Wysłać ponownie każdy porzucony webhook projektu %1? Odbiorcy mogą dostać to, co już mają.</translation>
    </message>
    <message>
        <source>Resend them</source>
        <translation>Wyślij je ponownie</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Zostaw je</translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) are on their way again, and there are more.</source>
        <translation>
            <numerusform>%n webhook jest znów w drodze, a jest ich więcej.</numerusform>
            <numerusform>%n webhooki są znów w drodze, a jest ich więcej.</numerusform>
            <numerusform>%n webhooków jest znów w drodze, a jest ich więcej.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) are on their way again.</source>
        <translation>
            <numerusform>%n webhook jest znów w drodze.</numerusform>
            <numerusform>%n webhooki są znów w drodze.</numerusform>
            <numerusform>%n webhooków jest znów w drodze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n wiersz</numerusform>
            <numerusform>%n wiersze</numerusform>
            <numerusform>%n wierszy</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows read, there are more</source>
        <translation>Odczytane wiersze: %1, jest ich więcej</translation>
    </message>
    <message>
        <source>↑↓ move · Enter its task</source>
        <translation>↑↓ ruch · Enter jego zadanie</translation>
    </message>
    <message>
        <source>↑↓ move · Enter show in Traffic</source>
        <translation>↑↓ ruch · Enter pokaż w Ruchu</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JobsTiles</name>
    <message>
        <source>Waiting</source>
        <translation>Czeka</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>W toku</translation>
    </message>
    <message>
        <source>Failed tasks</source>
        <translation>Zadania z błędem</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>Niedoręczone</translation>
    </message>
    <message>
        <source>Kept on disk</source>
        <translation>Na dysku</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nic nie czeka</translation>
    </message>
    <message>
        <source>the oldest for %1</source>
        <translation>najstarsze od %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>z %1</translation>
    </message>
    <message>
        <source>all workers are busy</source>
        <translation>wszystkie wątki zajęte</translation>
    </message>
    <message>
        <source>workers at most</source>
        <translation>najwyżej naraz</translation>
    </message>
    <message>
        <source>%1 of those that ended</source>
        <translation>%1 zakończonych</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>gotowych: %1</translation>
    </message>
    <message>
        <source>given up, %1 to deliver</source>
        <translation>porzucone, do doręczenia: %1</translation>
    </message>
    <message>
        <source>%1 to deliver</source>
        <translation>do doręczenia: %1</translation>
    </message>
    <message>
        <source>of %1 at most</source>
        <translation>z najwyżej %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::KeyForm</name>
    <message>
        <source>Key</source>
        <translation>Klucz</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>początek</translation>
    </message>
    <message>
        <source>last used</source>
        <translation>ostatnie użycie</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Wymień sekret</translation>
    </message>
    <message>
        <source>A new secret; the old one stops working</source>
        <translation>Nowy sekret; stary przestaje działać</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>Właściciel</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nazwa</translation>
    </message>
    <message>
        <source>A key needs a name.</source>
        <translation>Klucz musi mieć nazwę.</translation>
    </message>
    <message>
        <source>no project</source>
        <translation>bez projektu</translation>
    </message>
    <message>
        <source>whoever the request names</source>
        <translation>kogo wskaże żądanie</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>user</source>
        <translation>użytkownik</translation>
    </message>
    <message>
        <source>expires</source>
        <translation>wygasa</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modele</translation>
    </message>
    <message>
        <source>all models and aliases</source>
        <translation>wszystkie modele i aliasy</translation>
    </message>
    <message>
        <source>only these models or aliases</source>
        <translation>tylko te modele lub aliasy</translation>
    </message>
    <message>
        <source>Empty allows all.</source>
        <translation>Puste pole dopuszcza wszystkie.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>wszystkie</translation>
    </message>
    <message>
        <source>key</source>
        <translation>klucz</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>Give %1 a new secret? The old one stops working at once.</source>
        <translation>Nadać kluczowi %1 nowy sekret? Stary od razu przestanie działać.</translation>
    </message>
    <message>
        <source>%1 has a new secret.</source>
        <translation>Klucz %1 ma nowy sekret.</translation>
    </message>
    <message>
        <source>new secret of key %1</source>
        <translation>nowy sekret klucza %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::KeyStep</name>
    <message>
        <source>The key, and a first request</source>
        <translation>Klucz i pierwsze żądanie</translation>
    </message>
    <message>
        <source>All of it is made in one write: either everything is there afterwards, or nothing.</source>
        <translation>Wszystko powstaje w jednym zapisie: potem jest albo całość, albo nic.</translation>
    </message>
    <message>
        <source>Send a test request</source>
        <translation>Wyślij żądanie testowe</translation>
    </message>
    <message>
        <source>• provider %1</source>
        <translation>• dostawca %1</translation>
    </message>
    <message>
        <source>• alias %1, answered by %2/%3</source>
        <translation>• alias %1, odpowiada %2/%3</translation>
    </message>
    <message>
        <source>• project %1 with the client key %2</source>
        <translation>• projekt %1 z kluczem klienta %2</translation>
    </message>
    <message>
        <source>• a warning when a month has cost more than %1</source>
        <translation>• ostrzeżenie, gdy miesiąc kosztował więcej niż %1</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>pytam</translation>
    </message>
    <message>
        <source>works</source>
        <translation>działa</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nieudane</translation>
    </message>
    <message>
        <source>Seen live: status %1 from %2/%3 in %4. It stands on the page Traffic.</source>
        <translation>Widziane na żywo: status %1 z %2/%3 w %4. Jest na stronie Ruch.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::KillSwitchForm</name>
    <message>
        <source>What it cuts off</source>
        <translation>Co odcina</translation>
    </message>
    <message>
        <source>while it is on, no request goes there</source>
        <translation>póki jest włączony, nie trafia tam żadne żądanie</translation>
    </message>
    <message>
        <source>a whole provider</source>
        <translation>cały dostawca</translation>
    </message>
    <message>
        <source>one provider/model</source>
        <translation>jeden dostawca/model</translation>
    </message>
    <message>
        <source>which provider</source>
        <translation>który dostawca</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>dostawca</translation>
    </message>
    <message>
        <source>target</source>
        <translation>cel</translation>
    </message>
    <message>
        <source>cuts off</source>
        <translation>odcina</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::LatencyCard</name>
    <message>
        <source>Latency</source>
        <translation>Opóźnienie</translation>
    </message>
    <message>
        <source>Provider of the latency chart</source>
        <translation>Dostawca na wykresie opóźnienia</translation>
    </message>
    <message>
        <source>No requests in this range</source>
        <translation>Brak żądań w tym zakresie</translation>
    </message>
    <message>
        <source>all providers</source>
        <translation>wszyscy dostawcy</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::LeaveGuard</name>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1: są niezapisane zmiany.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Odrzuć</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Zostań</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::LegendLabel</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legenda: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ListEmpty</name>
    <message>
        <source>Clear the filter</source>
        <translation>Wyczyść filtr</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>sample request</source>
        <translation>przykładowe żądanie</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::LiveShareCard</name>
    <message>
        <source>Live share</source>
        <translation>Bieżący udział</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>ostatnia godzina</translation>
    </message>
    <message>
        <source>No requests in the last hour.</source>
        <translation>Brak żądań w ostatniej godzinie.</translation>
    </message>
    <message>
        <source>%1 requests · p95 %2</source>
        <translation>żądania: %1 · p95 %2</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>bez celu</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::LocalLink</name>
    <message>
        <source>Checking the database…</source>
        <translation>Sprawdzanie bazy danych…</translation>
    </message>
    <message>
        <source>The database is damaged. What can still be read is taken out: %1 rows so far.</source>
        <translation>Baza danych jest uszkodzona. Odzyskiwane jest to, co da się jeszcze odczytać: dotąd wierszy: %1.</translation>
    </message>
    <message>
        <source>The database is brought up to date: step %1 of %2.</source>
        <translation>Baza danych jest aktualizowana: krok %1 z %2.</translation>
    </message>
    <message>
        <source>Opening the database…</source>
        <translation>Otwieranie bazy danych…</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Odczytywanie dziennika…</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::MainWindow</name>
    <message>
        <source>Everywhere</source>
        <translation>Wszędzie</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtr</translation>
    </message>
    <message>
        <source>Next colours: desktop, dark, light</source>
        <translation>Następne kolory: pulpitu, ciemne, jasne</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Skróty klawiszowe</translation>
    </message>
    <message>
        <source>Find a page, an object or an action</source>
        <translation>Znajdź stronę, obiekt lub działanie</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Wykresy</translation>
    </message>
    <message>
        <source>Move the crosshair</source>
        <translation>Przesuń krzyż celowniczy</translation>
    </message>
    <message>
        <source>Show the requests behind it</source>
        <translation>Pokaż żądania, które za tym stoją</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Komunikaty</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Mark a part, then Enter zooms into it</source>
        <translation>Zaznacz fragment, potem Enter go powiększy</translation>
    </message>
    <message>
        <source>Back from the zoom</source>
        <translation>Wróć z powiększenia</translation>
    </message>
    <message>
        <source>Undo the latest change</source>
        <translation>Cofnij ostatnią zmianę</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Komunikat</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Zamknij komunikat</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::MirrorForm</name>
    <message>
        <source>Mirror</source>
        <translation>Lustro</translation>
    </message>
    <message>
        <source>answers are thrown away, the cost is booked apart</source>
        <translation>odpowiedzi są pomijane, koszt księgowany osobno</translation>
    </message>
    <message>
        <source>which alias</source>
        <translation>który alias</translation>
    </message>
    <message>
        <source>requests of alias</source>
        <translation>żądania aliasu</translation>
    </message>
    <message>
        <source>also sent to</source>
        <translation>wysyłane też do</translation>
    </message>
    <message>
        <source>Share of requests mirrored</source>
        <translation>Udział żądań kierowanych do lustra</translation>
    </message>
    <message>
        <source>share of requests</source>
        <translation>udział żądań</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ModelForm</name>
    <message>
        <source>above %1 tokens</source>
        <translation>powyżej %1 tokenów</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>which provider</source>
        <translation>który dostawca</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>dostawca</translation>
    </message>
    <message>
        <source>name at the provider</source>
        <translation>nazwa u dostawcy</translation>
    </message>
    <message>
        <source>A model belongs to a provider.</source>
        <translation>Model musi należeć do dostawcy.</translation>
    </message>
    <message>
        <source>A model needs a name.</source>
        <translation>Model musi mieć nazwę.</translation>
    </message>
    <message>
        <source>A number, or nothing.</source>
        <translation>Liczba albo puste pole.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Ceny</translation>
    </message>
    <message>
        <source>US dollars per million tokens</source>
        <translation>dolary amerykańskie za milion tokenów</translation>
    </message>
    <message>
        <source>in</source>
        <translation>wejście</translation>
    </message>
    <message>
        <source>out</source>
        <translation>wyjście</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>z cache</translation>
    </message>
    <message>
        <source>cache write</source>
        <translation>zapis do cache</translation>
    </message>
    <message>
        <source>cache write, 1 h</source>
        <translation>zapis do cache, 1 h</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>rozumowanie</translation>
    </message>
    <message>
        <source>sound in</source>
        <translation>dźwięk, wejście</translation>
    </message>
    <message>
        <source>sound out</source>
        <translation>dźwięk, wyjście</translation>
    </message>
    <message>
        <source>pictures out</source>
        <translation>obrazy, wyjście</translation>
    </message>
    <message>
        <source>sound, cached</source>
        <translation>dźwięk, z cache</translation>
    </message>
    <message>
        <source>or per hour it runs</source>
        <translation>lub za godzinę działania</translation>
    </message>
    <message>
        <source>from now on</source>
        <translation>od teraz</translation>
    </message>
    <message>
        <source>in place of the present version</source>
        <translation>zamiast obecnej wersji</translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation>od wybranego dnia</translation>
    </message>
    <message>
        <source>day (UTC)</source>
        <translation>dzień (UTC)</translation>
    </message>
    <message>
        <source>changed prices hold</source>
        <translation>zmienione ceny obowiązują</translation>
    </message>
    <message>
        <source>published at</source>
        <translation>adres publikacji</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>Co potrafi</translation>
    </message>
    <message>
        <source>chat, tools, vision …</source>
        <translation>chat, tools, vision …</translation>
    </message>
    <message>
        <source>capabilities</source>
        <translation>możliwości</translation>
    </message>
    <message>
        <source>Requests that need another one are not sent here.</source>
        <translation>Żądania, które wymagają innej możliwości, nie są tu kierowane.</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nie podano</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>proste</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>średnie</translation>
    </message>
    <message>
        <source>complex</source>
        <translation>złożone</translation>
    </message>
    <message>
        <source>context, tokens</source>
        <translation>kontekst, tokeny</translation>
    </message>
    <message>
        <source>longest answer</source>
        <translation>najdłuższa odpowiedź</translation>
    </message>
    <message>
        <source>good for tasks</source>
        <translation>odpowiednie zadania</translation>
    </message>
    <message>
        <source>Versions and tiers</source>
        <translation>Wersje i progi</translation>
    </message>
    <message>
        <source>since</source>
        <translation>od</translation>
    </message>
    <message>
        <source>source</source>
        <translation>źródło</translation>
    </message>
    <message>
        <source>Versions of the prices</source>
        <translation>Wersje cen</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>zawsze</translation>
    </message>
    <message>
        <source>%1 (holds)</source>
        <translation>%1 (obowiązuje)</translation>
    </message>
    <message>
        <source>other prices for long prompts or other terms</source>
        <translation>inne ceny dla długich promptów lub innych warunków</translation>
    </message>
    <message>
        <source>tiers</source>
        <translation>progi</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ModelTable</name>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
    <message>
        <source>US dollars per million tokens</source>
        <translation>Dolary amerykańskie za milion tokenów</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>in</source>
        <translation>wejście</translation>
    </message>
    <message>
        <source>out</source>
        <translation>wyjście</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>z cache</translation>
    </message>
    <message>
        <source>cache write</source>
        <translation>zapis do cache</translation>
    </message>
    <message>
        <source>context</source>
        <translation>kontekst</translation>
    </message>
    <message>
        <source>capabilities</source>
        <translation>możliwości</translation>
    </message>
    <message>
        <source>source</source>
        <translation>źródło</translation>
    </message>
    <message>
        <source>%1/h</source>
        <translation>%1/h</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modele</translation>
    </message>
    <message>
        <source>Find models</source>
        <translation>Szukaj modeli</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Nowy model</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>Nie ma jeszcze modeli</translation>
    </message>
    <message>
        <source>A provider brings the models whose list prices are known; others are added here.</source>
        <translation>Dostawca wnosi modele o znanych cenach katalogowych; inne dodaje się tutaj.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
    <message>
        <source>Its list price, if there is one, holds again.</source>
        <translation>Znów obowiązuje jego cena katalogowa, jeśli istnieje.</translation>
    </message>
    <message>
        <source>%1 models · %2 without a price</source>
        <translation>modele: %1 · bez ceny: %2</translation>
    </message>
    <message>
        <source>Prices of many</source>
        <translation>Ceny wielu modeli</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Ceny</translation>
    </message>
    <message>
        <source>Import a LiteLLM cost map…</source>
        <translation>Importuj mapę kosztów LiteLLM…</translation>
    </message>
    <message>
        <source>Price history again…</source>
        <translation>Wyceń historię ponownie…</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n together</source>
        <translation>
            <numerusform>Edytuj razem (%n)</numerusform>
            <numerusform>Edytuj razem (%n)</numerusform>
            <numerusform>Edytuj razem (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit together</source>
        <translation>Edytuj razem</translation>
    </message>
    <message>
        <source>Choose several rows with Ctrl or Shift first</source>
        <translation>Najpierw wybierz kilka wierszy, przytrzymując Ctrl lub Shift</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>every price becomes</source>
        <translation>każda cena zmieni się na</translation>
    </message>
    <message>
        <source>Percent of what it is.</source>
        <translation>Procent obecnej ceny.</translation>
    </message>
    <message>
        <source>tools, vision …</source>
        <translation>tools, vision …</translation>
    </message>
    <message>
        <source>they can, too</source>
        <translation>dodaj możliwości</translation>
    </message>
    <message>
        <source>they cannot</source>
        <translation>usuń możliwości</translation>
    </message>
    <message>
        <source>Import a LiteLLM cost map</source>
        <translation>Import mapy kosztów LiteLLM</translation>
    </message>
    <message>
        <source>Cost map (*.json)</source>
        <translation>Mapa kosztów (*.json)</translation>
    </message>
    <message>
        <source>%1 is too large for a cost map.</source>
        <translation>%1: plik za duży jak na mapę kosztów.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Nie można odczytać %1: %2</translation>
    </message>
    <message>
        <source>%1 is no cost map: %2</source>
        <translation>%1 to nie mapa kosztów: %2</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::NavButton</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n do sprawdzenia</numerusform>
            <numerusform>%1, %n do sprawdzenia</numerusform>
            <numerusform>%1, %n do sprawdzenia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n w toku</numerusform>
            <numerusform>%1, %n w toku</numerusform>
            <numerusform>%1, %n w toku</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::NoticeRules</name>
    <message>
        <source>Budget of %1 at %2 %</source>
        <translation>Budżet %1 na %2 %</translation>
    </message>
    <message>
        <source>%1 of %2 are spent.</source>
        <translation>Wydano %1 z %2.</translation>
    </message>
    <message>
        <source>%1 is out of the rotation</source>
        <translation>%1 wypadł z rotacji</translation>
    </message>
    <message>
        <source>%1 answers again</source>
        <translation>%1 znów odpowiada</translation>
    </message>
    <message>
        <source>Requests go there again.</source>
        <translation>Żądania znów tam trafiają.</translation>
    </message>
    <message>
        <source>Requests go elsewhere until it answers again.</source>
        <translation>Żądania trafiają gdzie indziej, dopóki nie odpowie.</translation>
    </message>
    <message>
        <source>Requests go elsewhere. Last error: %1</source>
        <translation>Żądania trafiają gdzie indziej. Ostatni błąd: %1</translation>
    </message>
    <message>
        <source>%1 spends more than usual</source>
        <translation>%1 wydaje więcej niż zwykle</translation>
    </message>
    <message>
        <source>%1 times the usual: %2 in the last hours.</source>
        <translation>%1 raza więcej niż zwykle: %2 w ostatnich godzinach.</translation>
    </message>
    <message>
        <source>Budget of everything at %1 %</source>
        <translation>Budżet na wszystko: %1 %</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::NumberedSentences</name>
    <message>
        <source>Why this route</source>
        <translation>Dlaczego ta trasa</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OriginalCard</name>
    <message>
        <source>Embeddings have no place in the playground: nothing was filled in.</source>
        <translation>Osadzenia nie mają tu miejsca: niczego nie wypełniono.</translation>
    </message>
    <message>
        <source>The body of this request was not kept. Target, dialect and streaming are filled in; the messages are not known.</source>
        <translation>Treści tego żądania nie zachowano. Wypełniono cel, dialekt i strumieniowanie; wiadomości nie są znane.</translation>
    </message>
    <message>
        <source>Only the beginning of this request&apos;s body was kept. Target, dialect and streaming are filled in; the messages cannot be read.</source>
        <translation>Zachowano tylko początek treści tego żądania. Wypełniono cel, dialekt i strumieniowanie; wiadomości nie da się odczytać.</translation>
    </message>
    <message>
        <source>The body of this request is none that its route takes. Target, dialect and streaming are filled in.</source>
        <translation>Treść tego żądania nie pasuje do jego ścieżki. Wypełniono cel, dialekt i strumieniowanie.</translation>
    </message>
    <message>
        <source>%1 has no form of its own here: it is asked as %2.</source>
        <translation>%1 nie ma tu własnego formularza: pytanie pójdzie jako %2.</translation>
    </message>
    <message>
        <source>Nothing is sent until you send it. What you leave as it is goes out byte by byte.</source>
        <translation>Nic nie zostanie wysłane, zanim tego nie zlecisz. Niezmienione żądanie wyjdzie bajt w bajt.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Oryginał</translation>
    </message>
    <message>
        <source>Keep bodies from now on</source>
        <translation>Zachowuj treści od teraz</translation>
    </message>
    <message>
        <source>Open the setting that keeps bodies</source>
        <translation>Otwórz ustawienie zachowywania treści</translation>
    </message>
    <message>
        <source>The original answer</source>
        <translation>Pierwotna odpowiedź</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Odłóż</translation>
    </message>
    <message>
        <source>Bring back what stood here before the replay</source>
        <translation>Przywróć to, co było tu przed powtórką</translation>
    </message>
    <message>
        <source>Put the original away and bring back what stood here before</source>
        <translation>Odłóż oryginał i przywróć to, co było tu wcześniej</translation>
    </message>
    <message>
        <source>Show in Traffic</source>
        <translation>Pokaż w Ruchu</translation>
    </message>
    <message>
        <source>Show the original request in Traffic</source>
        <translation>Pokaż pierwotne żądanie w Ruchu</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>odpowiedź</translation>
    </message>
    <message>
        <source>The answer had no words.</source>
        <translation>Odpowiedź nie miała słów.</translation>
    </message>
    <message>
        <source>The answer was not kept.</source>
        <translation>Odpowiedzi nie zachowano.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Pominięto: %1.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OutcomesCard</name>
    <message>
        <source>answered</source>
        <translation>odpowiedź</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Co się dzieje</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Z odpowiedzią</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Z błędem</translation>
    </message>
    <message>
        <source>p95 latency</source>
        <translation>opóźnienie p95</translation>
    </message>
    <message>
        <source>#</source>
        <translation>nr</translation>
    </message>
    <message>
        <source>result</source>
        <translation>wynik</translation>
    </message>
    <message>
        <source>served by</source>
        <translation>obsłużył</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>próby</translation>
    </message>
    <message>
        <source>total</source>
        <translation>łącznie</translation>
    </message>
    <message>
        <source>Requests of the fault lab</source>
        <translation>Żądania laboratorium awarii</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>z %1</translation>
    </message>
    <message>
        <source>reached the caller</source>
        <translation>dotarły do klienta</translation>
    </message>
    <message>
        <source>%1 sent, %2 answered, %3 failed, %4 saved</source>
        <translation>wysłano %1, odpowiedzi %2, błędy %3, uratowane %4</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Uratowane</translation>
    </message>
    <message>
        <source>by another try</source>
        <translation>kolejną próbą</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OverviewControls</name>
    <message>
        <source>Time range</source>
        <translation>Zakres czasu</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>The last 15 minutes</source>
        <translation>Ostatnie 15 minut</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>Ostatnia godzina</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Ostatnia doba</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 dni</translation>
    </message>
    <message>
        <source>The last week</source>
        <translation>Ostatni tydzień</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 dni</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Ostatnie 30 dni</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>Wszystkie projekty</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>Projekt: %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>wszystkie</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Resume updating</source>
        <translation>Wznów odświeżanie</translation>
    </message>
    <message>
        <source>Pause updating</source>
        <translation>Wstrzymaj odświeżanie</translation>
    </message>
    <message>
        <source>no numbers yet</source>
        <translation>jeszcze brak danych</translation>
    </message>
    <message>
        <source>updated %1 s ago</source>
        <translation>odświeżono %1 s temu</translation>
    </message>
    <message>
        <source>updated %1 min ago</source>
        <translation>odświeżono %1 min temu</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Wstrzymano</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Na żywo</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Brak odpowiedzi</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OverviewFeed</name>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Brama nie odpowiada.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Przegląd</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::OverviewTiles</name>
    <message>
        <source>vs previous 15 min</source>
        <translation>wobec poprz. 15 min</translation>
    </message>
    <message>
        <source>vs previous hour</source>
        <translation>wobec poprz. godziny</translation>
    </message>
    <message>
        <source>vs previous day</source>
        <translation>wobec poprz. doby</translation>
    </message>
    <message>
        <source>vs previous week</source>
        <translation>wobec poprz. tygodnia</translation>
    </message>
    <message>
        <source>vs previous 30 days</source>
        <translation>wobec poprz. 30 dni</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Żądania</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Opóźnienie p95</translation>
    </message>
    <message>
        <source>Gateway overhead p95</source>
        <translation>Narzut bramy p95</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Błędy</translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation>Wydatki dziś</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokeny</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>łącznie %1</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>TTFT p95 %1</source>
        <translation>TTFT p95 %1</translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation>p99 %1</translation>
    </message>
    <message>
        <source>%1 saved by fallback</source>
        <translation>uratowane przez zapas: %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>nieudane: %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>z %1</translation>
    </message>
    <message>
        <source>over budget</source>
        <translation>ponad budżet</translation>
    </message>
    <message>
        <source>over at %1</source>
        <translation>przekroczenie o godz. %1</translation>
    </message>
    <message>
        <source>no daily budget</source>
        <translation>bez budżetu dziennego</translation>
    </message>
    <message>
        <source>%1 unpriced</source>
        <translation>bez ceny: %1</translation>
    </message>
    <message>
        <source>%1 cached input</source>
        <translation>%1 wejścia z cache</translation>
    </message>
    <message>
        <source>no change %1</source>
        <translation>bez zmian %1</translation>
    </message>
    <message>
        <source>percentage points</source>
        <translation>punktów proc.</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>uratowano %1</translation>
    </message>
    <message>
        <source>points</source>
        <translation>p.p.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>/ h</source>
        <translation>/ godz.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PaletteDelegate</name>
    <message>
        <source>%1 · used lately</source>
        <translation>%1 · ostatnio użyte</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PaletteItems</name>
    <message>
        <source>Provider</source>
        <translation>Dostawca</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Flaga</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Klucz</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budżet</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Strona</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Działanie</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Nowy dostawca</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>Nowy alias</translation>
    </message>
    <message>
        <source>New flag</source>
        <translation>Nowa flaga</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Nowy prompt</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nowy klucz</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nowy projekt</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Nowy budżet</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Kolory: ciemne</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Kolory: jasne</translation>
    </message>
    <message>
        <source>Colours: as the desktop</source>
        <translation>Kolory: jak pulpit</translation>
    </message>
    <message>
        <source>Copy the gateway&apos;s address</source>
        <translation>Kopiuj adres bramy</translation>
    </message>
    <message>
        <source>Stop the gateway</source>
        <translation>Zatrzymaj bramę</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Uruchom bramę</translation>
    </message>
    <message>
        <source>Roll back flag %1</source>
        <translation>Wycofaj flagę %1</translation>
    </message>
    <message>
        <source>Test provider %1</source>
        <translation>Testuj dostawcę %1</translation>
    </message>
    <message>
        <source>Reset the circuit of %1</source>
        <translation>Zresetuj bezpiecznik %1</translation>
    </message>
    <message>
        <source>Roll %1 back? Everyone gets the stable arm at once.</source>
        <translation>Wycofać %1? Wszyscy od razu dostaną wersję stabilną.</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Wycofaj</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>%1 is rolled back: everyone gets stable.</source>
        <translation>Wycofano %1: wszyscy dostają wersję stabilną.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Odpytywanie %1…</translation>
    </message>
    <message>
        <source>%1 answers: %2 ms.</source>
        <translation>%1 odpowiada: %2 ms.</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 nie odpowiada: %2</translation>
    </message>
    <message>
        <source>The circuit of %1 is closed: it gets requests again.</source>
        <translation>Bezpiecznik %1 jest zamknięty: znów dostaje żądania.</translation>
    </message>
    <message>
        <source>Set up Tollgate</source>
        <translation>Skonfiguruj Tollgate</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Nowy model</translation>
    </message>
    <message>
        <source>roll back flag %1</source>
        <translation>wycofanie flagi %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PercentSlider</name>
    <message>
        <source>%1, exact</source>
        <translation>%1, dokładnie</translation>
    </message>
    <message>
        <source>Set %1 %</source>
        <translation>Ustaw %1 %</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PlayRun</name>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>Odpowiedź urwała się przed końcem.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PlaygroundPage</name>
    <message>
        <source>Answer A</source>
        <translation>Odpowiedź A</translation>
    </message>
    <message>
        <source>Answer B</source>
        <translation>Odpowiedź B</translation>
    </message>
    <message>
        <source>Saved as %1 of %2.</source>
        <translation>Zapisano jako %1 promptu %2.</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Piaskownica</translation>
    </message>
    <message>
        <source>Send the prompt</source>
        <translation>Wyślij prompt</translation>
    </message>
    <message>
        <source>Two side by side</source>
        <translation>Dwie obok siebie</translation>
    </message>
    <message>
        <source>Save as version</source>
        <translation>Zapisz jako wersję</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Wyślij</translation>
    </message>
    <message>
        <source>Send the prompt (Ctrl+Enter)</source>
        <translation>Wyślij prompt (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>The gateway is not listening: start it to send anything.</source>
        <translation>Brama nie nasłuchuje: uruchom ją, by coś wysłać.</translation>
    </message>
    <message>
        <source>Waiting for answers</source>
        <translation>Oczekiwanie na odpowiedzi</translation>
    </message>
    <message>
        <source>Real requests: they are metered like any other</source>
        <translation>Prawdziwe żądania: liczone jak każde inne</translation>
    </message>
    <message>
        <source>Open the prompt</source>
        <translation>Otwórz prompt</translation>
    </message>
    <message>
        <source>Stop what runs</source>
        <translation>Zatrzymaj to, co trwa</translation>
    </message>
    <message>
        <source>This request is no longer in the ledger: there is nothing to replay.</source>
        <translation>Tego żądania nie ma już w rejestrze: nie ma czego powtórzyć.</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Brama nie odpowiada.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Replay: nothing is sent until you send it</source>
        <translation>Powtórka: nic nie zostanie wysłane, zanim tego nie zlecisz</translation>
    </message>
    <message>
        <source>Ctrl+Enter send · Esc stop</source>
        <translation>Ctrl+Enter wyślij · Esc zatrzymaj</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PolicyStep</name>
    <message>
        <source>A name and a budget</source>
        <translation>Nazwa i budżet</translation>
    </message>
    <message>
        <source>Applications ask for an alias, so that the model behind it can change without them. The budget only warns; what blocks is set on the page Budgets.</source>
        <translation>Aplikacje proszą o alias, więc model za nim może się zmienić bez nich. Budżet tylko ostrzega; to, co blokuje, ustawia się na stronie Budżety.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>budget per month</source>
        <translation>budżet na miesiąc</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>name of the client key</source>
        <translation>nazwa klucza klienta</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PreviewCard</name>
    <message>
        <source>Preview</source>
        <translation>Podgląd</translation>
    </message>
    <message>
        <source>rendered by the gateway, nothing is sent to a model</source>
        <translation>wypełnia brama, nic nie trafia do modelu</translation>
    </message>
    <message>
        <source>This version has no variables.</source>
        <translation>Ta wersja nie ma zmiennych.</translation>
    </message>
    <message>
        <source>Rendered system message</source>
        <translation>Wypełniona wiadomość systemowa</translation>
    </message>
    <message>
        <source>system</source>
        <translation>systemowa</translation>
    </message>
    <message>
        <source>Rendered user message</source>
        <translation>Wypełniona wiadomość użytkownika</translation>
    </message>
    <message>
        <source>user</source>
        <translation>użytkownika</translation>
    </message>
    <message>
        <source>Callers must give: %1</source>
        <translation>Wywołujący musi podać: %1</translation>
    </message>
    <message>
        <source>Must be texts, not lists: %1</source>
        <translation>Muszą być tekstami, nie listami: %1</translation>
    </message>
    <message>
        <source>nothing, true, a text, or a JSON list</source>
        <translation>nic, true, tekst albo lista JSON</translation>
    </message>
    <message>
        <source>only where its section is given</source>
        <translation>tylko tam, gdzie podano jego sekcję</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PriceEdit</name>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProjectForm</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nazwa</translation>
    </message>
    <message>
        <source>description</source>
        <translation>opis</translation>
    </message>
    <message>
        <source>A project needs a name.</source>
        <translation>Projekt musi mieć nazwę.</translation>
    </message>
    <message>
        <source>New key here</source>
        <translation>Nowy klucz tutaj</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProjectsPage</name>
    <message>
        <source>Projects and keys</source>
        <translation>Projekty i klucze</translation>
    </message>
    <message>
        <source>Filter projects and keys</source>
        <translation>Filtruj projekty i klucze</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nowy klucz</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>Nie ma jeszcze projektów</translation>
    </message>
    <message>
        <source>A project groups client keys, their limits and their spending.</source>
        <translation>Projekt grupuje klucze klientów, ich limity i wydatki.</translation>
    </message>
    <message>
        <source>%1 requests/min</source>
        <translation>%1 żąd./min</translation>
    </message>
    <message>
        <source>no rate limit</source>
        <translation>bez limitu żądań</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>wygasł</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>wkrótce wygasa</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nowy projekt</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n klucz</numerusform>
            <numerusform>%n klucze</numerusform>
            <numerusform>%n kluczy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It still has %n key(s).</source>
        <translation>
            <numerusform>Ma jeszcze %n klucz.</numerusform>
            <numerusform>Ma jeszcze %n klucze.</numerusform>
            <numerusform>Ma jeszcze %n kluczy.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who uses it is refused at once. For ten minutes it can be brought back, secret included.</source>
        <translation>Kto go używa, od razu dostanie odmowę. Przez dziesięć minut można go przywrócić razem z sekretem.</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s)</source>
        <translation>
            <numerusform>%n projekt</numerusform>
            <numerusform>%n projekty</numerusform>
            <numerusform>%n projektów</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PromptEdit</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>You are a concise assistant.</source>
        <translation>Jesteś zwięzłym asystentem.</translation>
    </message>
    <message>
        <source>system message</source>
        <translation>wiadomość systemowa</translation>
    </message>
    <message>
        <source>user message</source>
        <translation>wiadomość użytkownika</translation>
    </message>
    <message>
        <source>default</source>
        <translation>domyślnie</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>temperatura</translation>
    </message>
    <message>
        <source>max tokens</source>
        <translation>maks. tokenów</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strumień</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Narzędzia</translation>
    </message>
    <message>
        <source>Attach an image</source>
        <translation>Dołącz obraz</translation>
    </message>
    <message>
        <source>tools, a JSON array</source>
        <translation>narzędzia, tablica JSON</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.gif *.webp)</source>
        <translation>Obrazy (*.png *.jpg *.jpeg *.gif *.webp)</translation>
    </message>
    <message>
        <source>%1 is too large: all images together may have %2.</source>
        <translation>%1 jest za duży: wszystkie obrazy razem mogą mieć %2.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Nie można odczytać %1: %2</translation>
    </message>
    <message>
        <source>%1 is no PNG, JPEG, GIF or WebP image.</source>
        <translation>%1 nie jest obrazem PNG, JPEG, GIF ani WebP.</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Remove the image %1</source>
        <translation>Usuń obraz %1</translation>
    </message>
    <message>
        <source>Dialect the request is written in</source>
        <translation>Dialekt, w którym napisane jest żądanie</translation>
    </message>
    <message>
        <source>Parts of the prompt</source>
        <translation>Części promptu</translation>
    </message>
    <message>
        <source>messages between system and user, a JSON array</source>
        <translation>wiadomości między systemową a użytkownika, tablica JSON</translation>
    </message>
    <message>
        <source>As the dialect writes them: answers, tool calls and their results.</source>
        <translation>Tak, jak zapisuje je dialekt: odpowiedzi, wywołania narzędzi i ich wyniki.</translation>
    </message>
    <message>
        <source>What the model calls is shown with its answer; you say what comes back.</source>
        <translation>Wywołania modelu widać przy odpowiedzi; wynik podajesz ty.</translation>
    </message>
    <message>
        <source>other parameters, a JSON object</source>
        <translation>pozostałe parametry, obiekt JSON</translation>
    </message>
    <message>
        <source>Whatever the dialect takes: top_p, stop, tool_choice, reasoning…</source>
        <translation>Wszystko, co przyjmuje dialekt: top_p, stop, tool_choice, reasoning…</translation>
    </message>
    <message>
        <source>Put in an example</source>
        <translation>Wstaw przykład</translation>
    </message>
    <message>
        <source>Images can be dropped here and pasted into the message, too</source>
        <translation>Obrazy można też tu upuścić lub wkleić do wiadomości</translation>
    </message>
    <message>
        <source>Written for %1: change what %2 does not take.</source>
        <translation>Napisane dla %1: zmień to, czego %2 nie przyjmuje.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Treść</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Wcześniej</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Więcej</translation>
    </message>
    <message>
        <source>pasted.png</source>
        <translation>wklejony.png</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PromptFlagForm</name>
    <message>
        <source>Versions</source>
        <translation>Wersje</translation>
    </message>
    <message>
        <source>each user keeps their version</source>
        <translation>każdy użytkownik zachowuje swoją wersję</translation>
    </message>
    <message>
        <source>which prompt</source>
        <translation>który prompt</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>prompt</translation>
    </message>
    <message>
        <source>default, when the flag is off</source>
        <translation>domyślna, gdy flaga jest wyłączona</translation>
    </message>
    <message>
        <source>versions and weights</source>
        <translation>wersje i wagi</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>wagi</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reguły</translation>
    </message>
    <message>
        <source>first match wins</source>
        <translation>decyduje pierwsza pasująca</translation>
    </message>
    <message>
        <source>by weight</source>
        <translation>wg wagi</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>reguły</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PromptForm</name>
    <message>
        <source>nothing</source>
        <translation>nic</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nazwa</translation>
    </message>
    <message>
        <source>A prompt needs a name.</source>
        <translation>Prompt musi mieć nazwę.</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Następna wersja</translation>
    </message>
    <message>
        <source>You are a concise assistant.</source>
        <translation>Jesteś zwięzłym asystentem.</translation>
    </message>
    <message>
        <source>system message</source>
        <translation>wiadomość systemowa</translation>
    </message>
    <message>
        <source>template of the user message</source>
        <translation>szablon wiadomości użytkownika</translation>
    </message>
    <message>
        <source>{{ name }} is a variable, {{#name}} … {{/name}} a section that may be left out or repeat.</source>
        <translation>{{ name }} to zmienna, {{#name}} … {{/name}} to sekcja, którą można pominąć albo powtórzyć.</translation>
    </message>
    <message>
        <source>the caller&apos;s</source>
        <translation>z żądania</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>domyślna modelu</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>bez limitu</translation>
    </message>
    <message>
        <source>what is new in it</source>
        <translation>co jest w niej nowego</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>temperatura</translation>
    </message>
    <message>
        <source>max tokens</source>
        <translation>maks. tokenów</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notatka</translation>
    </message>
    <message>
        <source>How it is used</source>
        <translation>Jak jest używany</translation>
    </message>
    <message>
        <source>Open the experiment</source>
        <translation>Otwórz eksperyment</translation>
    </message>
    <message>
        <source>All its requests</source>
        <translation>Wszystkie żądania</translation>
    </message>
    <message>
        <source>How an application calls it</source>
        <translation>Jak wywołuje go aplikacja</translation>
    </message>
    <message>
        <source>the call</source>
        <translation>wywołanie</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>domyślna %1</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>Pierwsza wersja</translation>
    </message>
    <message>
        <source>saved as %1</source>
        <translation>zapis jako %1</translation>
    </message>
    <message>
        <source>starts from %1</source>
        <translation>na podstawie %1</translation>
    </message>
    <message>
        <source>No experiment: everybody gets %1, unless they ask for another.</source>
        <translation>Brak eksperymentu: wszyscy dostają %1, chyba że poproszą o inną.</translation>
    </message>
    <message>
        <source>The experiment %1 decides who gets which version (%2); the default waits until it is off.</source>
        <translation>Eksperyment %1 decyduje, kto dostaje którą wersję (%2); wersja domyślna czeka, aż zostanie wyłączony.</translation>
    </message>
    <message>
        <source>The experiment %1 is off: everybody gets %2.</source>
        <translation>Eksperyment %1 jest wyłączony: wszyscy dostają %2.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::PromptsPage</name>
    <message>
        <source>The prompts are in %1.</source>
        <translation>Prompty zapisano w %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Nie można zapisać %1: %2</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompty</translation>
    </message>
    <message>
        <source>Filter prompts</source>
        <translation>Filtruj prompty</translation>
    </message>
    <message>
        <source>New prompt</source>
        <translation>Nowy prompt</translation>
    </message>
    <message>
        <source>No prompts yet</source>
        <translation>Nie ma jeszcze promptów</translation>
    </message>
    <message>
        <source>Keep a prompt here, with its variables and versions: applications name it and change with it, and an older version is one click away.</source>
        <translation>Trzymaj tu prompt ze zmiennymi i wersjami: aplikacje wołają go po nazwie i zmieniają się razem z nim, a starsza wersja jest o jedno kliknięcie.</translation>
    </message>
    <message>
        <source>%1, the only version</source>
        <translation>%1, jedyna wersja</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n versions</source>
        <translation>
            <numerusform>%1 z %n wersji</numerusform>
            <numerusform>%1 z %n wersji</numerusform>
            <numerusform>%1 z %n wersji</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Applications that call it get 404; %n versions go with it.</source>
        <translation>
            <numerusform>Aplikacje, które go wywołują, dostaną 404; razem z nim zniknie %n wersja.</numerusform>
            <numerusform>Aplikacje, które go wywołują, dostaną 404; razem z nim znikną %n wersje.</numerusform>
            <numerusform>Aplikacje, które go wywołują, dostaną 404; razem z nim zniknie %n wersji.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1. Callers get %2 until another version is made the default.</source>
        <translation>Zapisano jako %1. Wywołujący dostają %2, dopóki inna wersja nie stanie się domyślna.</translation>
    </message>
    <message>
        <source>Make %1 the default</source>
        <translation>Ustaw %1 jako domyślną</translation>
    </message>
    <message>
        <source>Prompts as a file</source>
        <translation>Prompty jako plik</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importuj…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksportuj…</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>Import promptów</translation>
    </message>
    <message>
        <source>Prompts (*.yaml *.yml *.json)</source>
        <translation>Prompty (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>%1 is too large for a file of prompts.</source>
        <translation>%1 jest za duży na plik z promptami.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Nie można odczytać %1: %2</translation>
    </message>
    <message>
        <source>Export prompts</source>
        <translation>Eksport promptów</translation>
    </message>
    <message numerus="yes">
        <source>%n prompt(s)</source>
        <translation>
            <numerusform>%n prompt</numerusform>
            <numerusform>%n prompty</numerusform>
            <numerusform>%n promptów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n wersja</numerusform>
            <numerusform>%n wersje</numerusform>
            <numerusform>%n wersji</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProviderForm</name>
    <message>
        <source>Test</source>
        <translation>Testuj</translation>
    </message>
    <message>
        <source>Ask the provider now and show what it answers</source>
        <translation>Odpytaj dostawcę teraz i pokaż, co odpowiada</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Połączenie</translation>
    </message>
    <message>
        <source>Start from…</source>
        <translation>Zacznij od…</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>szablon</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nazwa</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>rodzaj</translation>
    </message>
    <message>
        <source>A provider needs a name.</source>
        <translation>Dostawca musi mieć nazwę.</translation>
    </message>
    <message>
        <source>base URL</source>
        <translation>bazowy URL</translation>
    </message>
    <message>
        <source>credential</source>
        <translation>poświadczenia</translation>
    </message>
    <message>
        <source>Timeouts and retries</source>
        <translation>Limity czasu i ponowienia</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>połączenie</translation>
    </message>
    <message>
        <source>first byte</source>
        <translation>pierwszy bajt</translation>
    </message>
    <message>
        <source>between bytes</source>
        <translation>między bajtami</translation>
    </message>
    <message>
        <source>whole request</source>
        <translation>całe żądanie</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>ponowienia</translation>
    </message>
    <message>
        <source>requests in parallel</source>
        <translation>żądania równoległe</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>bez limitu</translation>
    </message>
    <message>
        <source>Simulated behaviour</source>
        <translation>Symulowane zachowanie</translation>
    </message>
    <message>
        <source>no network, no cost</source>
        <translation>bez sieci, bez kosztów</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>mean latency</source>
        <translation>średnie opóźnienie</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>ziarno</translation>
    </message>
    <message>
        <source>time-outs</source>
        <translation>przekroczenia czasu</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>błędy</translation>
    </message>
    <message>
        <source>long tail</source>
        <translation>długi ogon</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>odpowiedź</translation>
    </message>
    <message>
        <source>{provider}, {model} and {prompt:N} are filled in.</source>
        <translation>{provider}, {model} i {prompt:N} zostaną podstawione.</translation>
    </message>
    <message>
        <source>Azure</source>
        <translation>Azure</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>wersja API</translation>
    </message>
    <message>
        <source>deployments</source>
        <translation>wdrożenia</translation>
    </message>
    <message>
        <source>One model = deployment per line. A model that is not named here is its own deployment.</source>
        <translation>Jeden wpis model = wdrożenie w wierszu. Model niewymieniony tutaj jest własnym wdrożeniem.</translation>
    </message>
    <message>
        <source>AWS</source>
        <translation>AWS</translation>
    </message>
    <message>
        <source>region</source>
        <translation>region</translation>
    </message>
    <message>
        <source>The one in the base URL; requests are signed for it.</source>
        <translation>Region z bazowego URL; dla niego podpisywane są żądania.</translation>
    </message>
    <message>
        <source>%1 gets requests again.</source>
        <translation>%1 znów dostaje żądania.</translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation>limit żądań</translation>
    </message>
    <message>
        <source>stalls</source>
        <translation>zastoje</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>urwane</translation>
    </message>
    <message>
        <source>tokens / s</source>
        <translation>tokeny / s</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Przerwij test</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProviderHealthCard</name>
    <message>
        <source>Health</source>
        <translation>Kondycja</translation>
    </message>
    <message>
        <source>state</source>
        <translation>stan</translation>
    </message>
    <message>
        <source>circuit</source>
        <translation>bezpiecznik</translation>
    </message>
    <message>
        <source>next try</source>
        <translation>następna próba</translation>
    </message>
    <message>
        <source>last error</source>
        <translation>ostatni błąd</translation>
    </message>
    <message>
        <source>last probe</source>
        <translation>ostatnie sprawdzenie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>za %1 s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>teraz</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>testowanie</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation>Odpytywanie dostawcy…</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nieudane</translation>
    </message>
    <message>
        <source>%1, models found: %2</source>
        <translation>%1, znalezione modele: %2</translation>
    </message>
    <message>
        <source>Reset circuit</source>
        <translation>Zresetuj bezpiecznik</translation>
    </message>
    <message>
        <source>Send requests there again now, without waiting for the next try</source>
        <translation>Wysyłaj tam żądania od razu, bez czekania na kolejną próbę</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>przerwano</translation>
    </message>
    <message>
        <source>p95 latency, lately</source>
        <translation>opóźnienie p95, ostatnio</translation>
    </message>
    <message>
        <source>error rate, lately</source>
        <translation>odsetek błędów, ostatnio</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProviderHealthModel</name>
    <message>
        <source>disabled</source>
        <translation>wyłączony</translation>
    </message>
    <message>
        <source>%1 of the last %2 minutes had traffic, %3 had failures</source>
        <translation>Ostatnie %2 min: z ruchem %1, z błędami %3</translation>
    </message>
    <message>
        <source>Next try at %1</source>
        <translation>Następna próba o %1</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>dostawca</translation>
    </message>
    <message>
        <source>circuit</source>
        <translation>bezpiecznik</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>błędy</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProviderStep</name>
    <message>
        <source>The first provider</source>
        <translation>Pierwszy dostawca</translation>
    </message>
    <message>
        <source>Where answers come from. Without a key of a vendor at hand, take the simulated one: it needs no network and costs nothing.</source>
        <translation>Skąd przychodzą odpowiedzi. Bez klucza pod ręką wybierz symulowanego: nie potrzebuje sieci i nic nie kosztuje.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testuj</translation>
    </message>
    <message>
        <source>test to see what there is, or type it</source>
        <translation>przetestuj, aby zobaczyć listę, albo wpisz</translation>
    </message>
    <message>
        <source>Test the provider</source>
        <translation>Przetestuj dostawcę</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>dostawca</translation>
    </message>
    <message>
        <source>base URL</source>
        <translation>bazowy URL</translation>
    </message>
    <message>
        <source>key</source>
        <translation>klucz</translation>
    </message>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>pytam</translation>
    </message>
    <message>
        <source>works</source>
        <translation>działa</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nieudane</translation>
    </message>
    <message numerus="yes">
        <source>Answered in %1, %n models found.</source>
        <translation>
            <numerusform>Odpowiedź w %1, znaleziono %n model.</numerusform>
            <numerusform>Odpowiedź w %1, znaleziono %n modele.</numerusform>
            <numerusform>Odpowiedź w %1, znaleziono %n modeli.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Przerwij test</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>przerwano</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Dostawcy</translation>
    </message>
    <message>
        <source>Filter providers</source>
        <translation>Filtruj dostawców</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Nowy dostawca</translation>
    </message>
    <message>
        <source>No providers yet</source>
        <translation>Nie ma jeszcze dostawców</translation>
    </message>
    <message>
        <source>A provider is where requests go: OpenAI, a server on this machine, or a simulated one.</source>
        <translation>Dostawca to miejsce, do którego trafiają żądania: OpenAI, serwer na tym komputerze albo dostawca symulowany.</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>wyłączony</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>Used by %1. </source>
        <translation>Używany przez: %1. </translation>
    </message>
    <message>
        <source>Its stored key goes with it. For ten minutes both can be brought back.</source>
        <translation>Razem z nim znika zapisany klucz. Przez dziesięć minut można przywrócić oba.</translation>
    </message>
    <message>
        <source>%1 in 24 h</source>
        <translation>%1 w 24 godz.</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>koszt nieznany</translation>
    </message>
    <message numerus="yes">
        <source>%n provider(s) · %1 healthy</source>
        <translation>
            <numerusform>%n dostawca · sprawni: %1</numerusform>
            <numerusform>%n dostawców · sprawni: %1</numerusform>
            <numerusform>%n dostawców · sprawni: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 errors lately</source>
        <translation>błędy ostatnio: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RampEdit</name>
    <message>
        <source>Ramp</source>
        <translation>Zwiększanie zasięgu</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>ręcznie</translation>
    </message>
    <message>
        <source>while healthy</source>
        <translation>dopóki sprawny</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Ramp step</source>
        <translation>Krok zwiększania zasięgu</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Ramp interval</source>
        <translation>Odstęp zwiększania zasięgu</translation>
    </message>
    <message>
        <source>Ramp end</source>
        <translation>Docelowy zasięg</translation>
    </message>
    <message>
        <source>every</source>
        <translation>co</translation>
    </message>
    <message>
        <source>to</source>
        <translation>do</translation>
    </message>
    <message>
        <source>+%1 every %2 min up to %3</source>
        <translation>+%1 co %2 min do %3</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RemoteLink</name>
    <message>
        <source>The gateway&apos;s admin token is needed.</source>
        <translation>Potrzebny jest token administratora bramy.</translation>
    </message>
    <message>
        <source>The gateway&apos;s certificate does not verify.</source>
        <translation>Certyfikat bramy nie przechodzi weryfikacji.</translation>
    </message>
    <message>
        <source>The gateway has ended the connection.</source>
        <translation>Brama zakończyła połączenie.</translation>
    </message>
    <message>
        <source>Something that is no gateway answers there, with status %1.</source>
        <translation>Odpowiada tam coś, co nie jest bramą, ze statusem %1.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RemoteSession</name>
    <message>
        <source>The admin token could not be kept: %1</source>
        <translation>Nie udało się zachować tokenu administratora: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RequestInspector</name>
    <message>
        <source>input %1</source>
        <translation>wejście %1</translation>
    </message>
    <message>
        <source>of it from cache %1</source>
        <translation>w tym z cache %1</translation>
    </message>
    <message>
        <source>written to cache %1</source>
        <translation>zapisane w cache %1</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>wyjście %1</translation>
    </message>
    <message>
        <source>of it reasoning %1</source>
        <translation>w tym rozumowanie %1</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>Części żądania</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Żądanie</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Czytelne</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Odpowiedź</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Nagłówki</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Trasa</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Koszt</translation>
    </message>
    <message>
        <source>The request is on the clipboard as JSON.</source>
        <translation>Żądanie jest w schowku jako JSON.</translation>
    </message>
    <message>
        <source>No request chosen</source>
        <translation>Nie wybrano żądania</translation>
    </message>
    <message>
        <source>Choose one to see its route, its answer and what it cost.</source>
        <translation>Wybierz żądanie, aby zobaczyć jego trasę, odpowiedź i koszt.</translation>
    </message>
    <message>
        <source>trace id</source>
        <translation>identyfikator śladu</translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation>ślad %1</translation>
    </message>
    <message>
        <source>This request is no longer in the ledger.</source>
        <translation>Tego żądania nie ma już w księdze.</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Brama nie odpowiada.</translation>
    </message>
    <message>
        <source>No headers were kept.</source>
        <translation>Nagłówków nie zachowano.</translation>
    </message>
    <message>
        <source>The curl command is on the clipboard; set TOLLGATE_KEY before running it.</source>
        <translation>Polecenie curl jest w schowku; przed uruchomieniem ustaw TOLLGATE_KEY.</translation>
    </message>
    <message>
        <source>The curl command is on the clipboard with a sample message: this request&apos;s body was not kept.</source>
        <translation>Polecenie curl jest w schowku z przykładową wiadomością: treści tego żądania nie zachowano.</translation>
    </message>
    <message>
        <source>estimated: the provider reported no usage</source>
        <translation>szacunek: dostawca nie podał zużycia</translation>
    </message>
    <message>
        <source>The request is in %1.</source>
        <translation>Żądanie jest w pliku %1.</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>Nie zapisano %1: %2</translation>
    </message>
    <message>
        <source>Save the request as an HTTP archive</source>
        <translation>Zapisz żądanie jako archiwum HTTP</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>Archiwum HTTP (*.har)</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Powtórz</translation>
    </message>
    <message>
        <source>Open this request in the playground</source>
        <translation>Otwórz to żądanie w piaskownicy</translation>
    </message>
    <message>
        <source>Open this request in the playground (R)</source>
        <translation>Otwórz to żądanie w piaskownicy (R)</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wczytywanie…</translation>
    </message>
    <message>
        <source>This request could not be read</source>
        <translation>Nie udało się odczytać tego żądania</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RequestTable</name>
    <message>
        <source>Requests</source>
        <translation>Żądania</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ResourceEditor</name>
    <message>
        <source>change %1</source>
        <translation>zmiana: %1</translation>
    </message>
    <message>
        <source>switch on %1</source>
        <translation>włączenie: %1</translation>
    </message>
    <message>
        <source>switch off %1</source>
        <translation>wyłączenie: %1</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>usunięcie: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ResourcePage</name>
    <message>
        <source>Keep</source>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>the new %1</source>
        <translation>nowy element (%1)</translation>
    </message>
    <message>
        <source>Changes to %1 are not saved.</source>
        <translation>Niezapisane zmiany: %1.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Edytuj dalej</translation>
    </message>
    <message>
        <source>Discard and go on</source>
        <translation>Odrzuć i przejdź dalej</translation>
    </message>
    <message>
        <source>Delete %1 %2?</source>
        <translation>Usunąć: %1 %2?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Created %1 %2.</source>
        <translation>Utworzono: %1 %2.</translation>
    </message>
    <message>
        <source>Saved %1 %2.</source>
        <translation>Zapisano: %1 %2.</translation>
    </message>
    <message>
        <source>Deleted %1 %2.</source>
        <translation>Usunięto: %1 %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Nowy element: %1</translation>
    </message>
    <message>
        <source>Ctrl+S save · Esc discard · Ctrl+Z undo</source>
        <translation>Ctrl+S zapisz · Esc odrzuć · Ctrl+Z cofnij</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>Nie udało się odczytać danych</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Odczytywanie…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtr</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplikuj</translation>
    </message>
    <message>
        <source>Discard the edits</source>
        <translation>Odrzuć zmiany</translation>
    </message>
    <message>
        <source>Delete (asks first)</source>
        <translation>Usuń (z pytaniem)</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>Włącz lub wyłącz</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RetentionRun</name>
    <message>
        <source>Remove now what is too old…</source>
        <translation>Usuń teraz to, co za stare…</translation>
    </message>
    <message>
        <source>Else it goes bit by bit, once a minute. Sums stay.</source>
        <translation>W przeciwnym razie znika po trochu, raz na minutę. Sumy zostają.</translation>
    </message>
    <message>
        <source>Removing requests</source>
        <translation>Usuwanie żądań</translation>
    </message>
    <message>
        <source>Remove now every request that is older than the settings that are saved allow? Sums stay; the requests cannot be brought back.</source>
        <translation>Usunąć teraz każde żądanie starsze, niż pozwalają zapisane ustawienia? Sumy zostają; żądań nie da się przywrócić.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Zachowaj</translation>
    </message>
    <message>
        <source>Nothing was too old.</source>
        <translation>Nic nie było za stare.</translation>
    </message>
    <message>
        <source>Removed: %1 requests, %2 of the database are free again.</source>
        <translation>Usunięte żądania: %1; w bazie danych zwolniło się %2.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RouteTab</name>
    <message>
        <source>prompt %1</source>
        <translation>prompt %1</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Trasa</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Oś czasu</translation>
    </message>
    <message>
        <source>Why this route</source>
        <translation>Dlaczego ta trasa</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flagi</translation>
    </message>
    <message>
        <source>Changed on the way</source>
        <translation>Zmienione po drodze</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Koszt</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Kopiuj jako curl</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Kopiuj jako JSON</translation>
    </message>
    <message>
        <source>Save as HAR…</source>
        <translation>Zapisz jako HAR…</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RuleRow</name>
    <message>
        <source>Actions for this rule</source>
        <translation>Działania dla tej reguły</translation>
    </message>
    <message>
        <source>When %1 serve %2</source>
        <translation>Gdy: %1, użyj: %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edytuj</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Przenieś w górę</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Przenieś w dół</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::RulesEdit</name>
    <message>
        <source>when</source>
        <translation>gdy</translation>
    </message>
    <message>
        <source>serve</source>
        <translation>użyj</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Dodaj regułę</translation>
    </message>
    <message>
        <source>alice, qa-*</source>
        <translation>alice, qa-*</translation>
    </message>
    <message>
        <source>any project</source>
        <translation>dowolny projekt</translation>
    </message>
    <message>
        <source>any key</source>
        <translation>dowolny klucz</translation>
    </message>
    <message>
        <source>user is one of</source>
        <translation>użytkownik to jeden z</translation>
    </message>
    <message>
        <source>A * at the end stands for anything.</source>
        <translation>Znak * na końcu zastępuje dowolny ciąg.</translation>
    </message>
    <message>
        <source>and project is one of</source>
        <translation>i projekt to jeden z</translation>
    </message>
    <message>
        <source>and key is one of</source>
        <translation>i klucz to jeden z</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>everyone else</source>
        <translation>pozostali</translation>
    </message>
    <message>
        <source>Name at least one user, project or key.</source>
        <translation>Podaj co najmniej jednego użytkownika, projekt lub klucz.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>Apply rule</source>
        <translation>Zastosuj regułę</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SaveVersionPanel</name>
    <message>
        <source>Save as a prompt version</source>
        <translation>Zapisz jako wersję promptu</translation>
    </message>
    <message>
        <source>{{name}} in a message becomes a variable</source>
        <translation>{{name}} w wiadomości staje się zmienną</translation>
    </message>
    <message>
        <source>a stored prompt, or a new name</source>
        <translation>zapisany prompt lub nowa nazwa</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>prompt</translation>
    </message>
    <message>
        <source>Save version</source>
        <translation>Zapisz wersję</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Zamknij bez zapisu</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notatka</translation>
    </message>
    <message>
        <source>A prompt needs a name.</source>
        <translation>Prompt musi mieć nazwę.</translation>
    </message>
    <message>
        <source>A version holds system text, message, temperature, limit and model. Not saved: %1.</source>
        <translation>Wersja zawiera tekst systemowy, wiadomość, temperaturę, limit i model. Poza nią zostają: %1.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SecretPanel</name>
    <message>
        <source>The secret of this key</source>
        <translation>Sekret tego klucza</translation>
    </message>
    <message>
        <source>shown once: copy it now</source>
        <translation>pokazywany raz: skopiuj teraz</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>sekret</translation>
    </message>
    <message>
        <source>Done, I have it</source>
        <translation>Gotowe, mam go</translation>
    </message>
    <message>
        <source>Language of the example</source>
        <translation>Język przykładu</translation>
    </message>
    <message>
        <source>example</source>
        <translation>przykład</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Przykład</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SecretsStep</name>
    <message>
        <source>Where keys are kept</source>
        <translation>Gdzie są klucze</translation>
    </message>
    <message>
        <source>Keys of providers are sealed with AES-256-GCM before they are stored. The key to that seal is kept apart from them.</source>
        <translation>Klucze dostawców są pieczętowane AES-256-GCM, zanim zostaną zapisane. Klucz do tej pieczęci leży osobno.</translation>
    </message>
    <message>
        <source>the desktop&apos;s keychain</source>
        <translation>pęk kluczy pulpitu</translation>
    </message>
    <message>
        <source>a file that only you can read</source>
        <translation>plik, który możesz czytać tylko Ty</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>środowisko</translation>
    </message>
    <message>
        <source>memory, until the gateway stops</source>
        <translation>pamięć, do zatrzymania bramy</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SecurityCard</name>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>look at this</source>
        <translation>do sprawdzenia</translation>
    </message>
    <message>
        <source>off</source>
        <translation>wył.</translation>
    </message>
    <message>
        <source>Security self-check</source>
        <translation>Autokontrola bezpieczeństwa</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Sprawdź ponownie</translation>
    </message>
    <message>
        <source>state</source>
        <translation>stan</translation>
    </message>
    <message>
        <source>point</source>
        <translation>punkt</translation>
    </message>
    <message>
        <source>as it is right now</source>
        <translation>stan obecny</translation>
    </message>
    <message>
        <source>nothing to worry about</source>
        <translation>nie ma się czym martwić</translation>
    </message>
    <message numerus="yes">
        <source>%n points need a look</source>
        <translation>
            <numerusform>%n punkt do sprawdzenia</numerusform>
            <numerusform>%n punkty do sprawdzenia</numerusform>
            <numerusform>%n punktów do sprawdzenia</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SeenCard</name>
    <message>
        <source>Who really calls</source>
        <translation>Kto naprawdę wywołuje</translation>
    </message>
    <message>
        <source>by User-Agent and key</source>
        <translation>według User-Agent i klucza</translation>
    </message>
    <message>
        <source>No request of this program among the last ones. It appears here when it comes.</source>
        <translation>Wśród ostatnich nie ma żądań tego programu. Pojawi się tu, gdy nadejdzie.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>bez klucza</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>klucz %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Pokaż</translation>
    </message>
    <message>
        <source>Show the last request of %1 in Traffic</source>
        <translation>Pokaż ostatnie żądanie %1 w Ruchu</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SettingsForm</name>
    <message>
        <source>Who may call</source>
        <translation>Kto może wywoływać</translation>
    </message>
    <message>
        <source>everybody needs a client key</source>
        <translation>każdy potrzebuje klucza klienta</translation>
    </message>
    <message>
        <source>this machine may call without a key</source>
        <translation>ten komputer może wywoływać bez klucza</translation>
    </message>
    <message>
        <source>client keys</source>
        <translation>klucze klientów</translation>
    </message>
    <message>
        <source>https://app.example.com</source>
        <translation>https://app.example.com</translation>
    </message>
    <message>
        <source>web pages that may call</source>
        <translation>strony internetowe, które mogą wywoływać</translation>
    </message>
    <message>
        <source>Origins, without a path. None: no page in a browser may.</source>
        <translation>Adresy źródłowe (origin), bez ścieżki. Brak: żadna strona w przeglądarce nie może.</translation>
    </message>
    <message>
        <source>Webhooks may go to private addresses</source>
        <translation>Webhooki mogą trafiać na adresy prywatne</translation>
    </message>
    <message>
        <source>webhooks to private addresses</source>
        <translation>webhooki na adresy prywatne</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Co jest przechowywane</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>of failed requests</source>
        <translation>nieudanych żądań</translation>
    </message>
    <message>
        <source>of all requests</source>
        <translation>wszystkich żądań</translation>
    </message>
    <message>
        <source>request and response bodies</source>
        <translation>treści żądań i odpowiedzi</translation>
    </message>
    <message>
        <source>serve, and count what is lost</source>
        <translation>obsługuj i licz, co przepadło</translation>
    </message>
    <message>
        <source>refuse requests</source>
        <translation>odrzucaj żądania</translation>
    </message>
    <message>
        <source>when the disk takes no more</source>
        <translation>gdy dysk nie przyjmuje już danych</translation>
    </message>
    <message>
        <source>requests are kept for</source>
        <translation>żądania przechowywane przez</translation>
    </message>
    <message>
        <source> days</source>
        <translation> dni</translation>
    </message>
    <message>
        <source>database at most</source>
        <translation>limit bazy danych</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>off</source>
        <translation>wył.</translation>
    </message>
    <message>
        <source>the same request, the same answer</source>
        <translation>to samo żądanie, ta sama odpowiedź</translation>
    </message>
    <message>
        <source>answers from the cache</source>
        <translation>odpowiedzi z cache</translation>
    </message>
    <message>
        <source>good for</source>
        <translation>ważne przez</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>memory at most</source>
        <translation>limit pamięci</translation>
    </message>
    <message>
        <source>Health of providers</source>
        <translation>Kondycja dostawców</translation>
    </message>
    <message>
        <source>checked every</source>
        <translation>sprawdzanie co</translation>
    </message>
    <message>
        <source>0: never by itself.</source>
        <translation>0: nigdy samoczynnie.</translation>
    </message>
    <message>
        <source>circuit opens after</source>
        <translation>bezpiecznik otwiera się po</translation>
    </message>
    <message>
        <source> failures</source>
        <translation> błędach</translation>
    </message>
    <message>
        <source>within</source>
        <translation>w ciągu</translation>
    </message>
    <message>
        <source>tries again after</source>
        <translation>ponawia próbę po</translation>
    </message>
    <message>
        <source>growing to at most</source>
        <translation>wydłużane najwyżej do</translation>
    </message>
    <message>
        <source>closes after</source>
        <translation>zamyka się po</translation>
    </message>
    <message>
        <source> successes</source>
        <translation> udanych próbach</translation>
    </message>
    <message>
        <source>When a request names none</source>
        <translation>Gdy żądanie niczego nie wskazuje</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>default alias</source>
        <translation>domyślny alias</translation>
    </message>
    <message>
        <source>default prompt</source>
        <translation>domyślny prompt</translation>
    </message>
    <message>
        <source>Tasks and batches</source>
        <translation>Zadania i wsady</translation>
    </message>
    <message>
        <source>run at a time</source>
        <translation>wykonywane naraz</translation>
    </message>
    <message>
        <source> requests</source>
        <translation> żądań</translation>
    </message>
    <message>
        <source>results are kept for</source>
        <translation>wyniki przechowywane przez</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> godz.</translation>
    </message>
    <message>
        <source>stored at most</source>
        <translation>łącznie najwyżej</translation>
    </message>
    <message>
        <source>of one project at most</source>
        <translation>jednego projektu najwyżej</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>Discard the edits</source>
        <translation>Odrzuć zmiany</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Odrzuć</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Saved the settings.</source>
        <translation>Zapisano ustawienia.</translation>
    </message>
    <message>
        <source>Provider keys are kept in: %1</source>
        <translation>Miejsce przechowywania kluczy dostawców: %1</translation>
    </message>
    <message>
        <source>Ctrl+S save · Esc discard</source>
        <translation>Ctrl+S zapisz · Esc odrzuć</translation>
    </message>
    <message>
        <source>change the settings</source>
        <translation>zmiana ustawień</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SetupWizard</name>
    <message>
        <source>Set up Tollgate</source>
        <translation>Skonfiguruj Tollgate</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Później</translation>
    </message>
    <message>
        <source>What is typed is kept, but the key; Ctrl+K finds &quot;Set up Tollgate&quot; again.</source>
        <translation>Wpisane dane zostają, oprócz klucza; Ctrl+K znajdzie „Skonfiguruj Tollgate” ponownie.</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>Pomiń ten krok</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>Create all of it</source>
        <translation>Utwórz wszystko</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>Nawigacja</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Strony</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>Kolory pulpitu</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Ciemne kolory</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Jasne kolory</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Skróty klawiszowe</translation>
    </message>
    <message>
        <source>Find a page, an object or an action (Ctrl+K)</source>
        <translation>Znajdź stronę, obiekt lub działanie (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendChartCard</name>
    <message>
        <source>Cost</source>
        <translation>Koszt</translation>
    </message>
    <message>
        <source>No requests in this range</source>
        <translation>Brak żądań w tym zakresie</translation>
    </message>
    <message>
        <source>Cost per day</source>
        <translation>Koszt dzienny</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>koszt</translation>
    </message>
    <message>
        <source>daily budget %1</source>
        <translation>budżet dzienny %1</translation>
    </message>
    <message>
        <source>Nothing was spent in this range</source>
        <translation>Brak wydatków w tym zakresie</translation>
    </message>
    <message>
        <source>The price of these requests is not known.</source>
        <translation>Cena tych żądań nie jest znana.</translation>
    </message>
    <message>
        <source>Cost by %1</source>
        <translation>Koszt wg: %1</translation>
    </message>
    <message>
        <source>The cost is not known</source>
        <translation>Koszt jest nieznany</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendControls</name>
    <message>
        <source>Time range</source>
        <translation>Zakres czasu</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolumny</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 dni</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 dni</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Wiersze</translation>
    </message>
    <message>
        <source>Today and the six days before, in UTC</source>
        <translation>Dziś i sześć poprzednich dni, w UTC</translation>
    </message>
    <message>
        <source>Today and the 29 days before, in UTC</source>
        <translation>Dziś i 29 poprzednich dni, w UTC</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Miesiąc</translation>
    </message>
    <message>
        <source>This month so far, in UTC</source>
        <translation>Dotychczasowa część tego miesiąca, w UTC</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Poprzedni miesiąc</translation>
    </message>
    <message>
        <source>The whole month before, in UTC</source>
        <translation>Cały poprzedni miesiąc, w UTC</translation>
    </message>
    <message>
        <source>Filter what is counted</source>
        <translation>Filtruj to, co jest liczone</translation>
    </message>
    <message>
        <source>project:checkout …</source>
        <translation>project:checkout …</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>nic więcej</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>wg: %1</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>i: %1</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Wiersze: %1</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Kolumny: %1</translation>
    </message>
    <message>
        <source>Stop (%1 %)</source>
        <translation>Zatrzymaj (%1 %)</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>Eksportuj CSV</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>Zatrzymaj eksport</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>Eksportuj tabelę jako CSV</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendModel</name>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>wszystko</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>koszt</translation>
    </message>
    <message>
        <source>share</source>
        <translation>udział</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>żądania</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n requests</source>
        <translation>
            <numerusform>%1 za %n żądanie</numerusform>
            <numerusform>%1 za %n żądania</numerusform>
            <numerusform>%1 za %n żądań</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens in, %2 out</source>
        <translation>tokeny: wejście %1, wyjście %2</translation>
    </message>
    <message numerus="yes">
        <source>%n of them without a known price</source>
        <translation>
            <numerusform>w tym %n bez znanej ceny</numerusform>
            <numerusform>w tym %n bez znanej ceny</numerusform>
            <numerusform>w tym %n bez znanej ceny</numerusform>
        </translation>
    </message>
    <message>
        <source>Click shows the requests.</source>
        <translation>Kliknięcie pokazuje żądania.</translation>
    </message>
    <message>
        <source>%1 of everything</source>
        <translation>%1 całości</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendPage</name>
    <message>
        <source>Cost</source>
        <translation>Koszt</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>No requests in this range</source>
        <translation>Brak żądań w tym zakresie</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Wydatki</translation>
    </message>
    <message>
        <source>Cost as a table</source>
        <translation>Koszt jako tabela</translation>
    </message>
    <message>
        <source>There are more combinations than one answer holds: the sums are not complete. Filter, or choose a shorter range.</source>
        <translation>Kombinacji jest więcej, niż mieści jedna odpowiedź: sumy są niepełne. Użyj filtra albo wybierz krótszy zakres.</translation>
    </message>
    <message>
        <source>By arm, copies of mirrors are counted, too.</source>
        <translation>Przy podziale wg wariantu liczone są też kopie wysyłane do luster.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Zapisano w %1.</translation>
    </message>
    <message>
        <source>Nothing was written to %1: %2</source>
        <translation>Niczego nie zapisano w %1: %2</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Eksport tabeli</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %2 requests</source>
        <translation>
            <numerusform>%1 za %2 żądanie</numerusform>
            <numerusform>%1 za %2 żądania</numerusform>
            <numerusform>%1 za %2 żądań</numerusform>
        </translation>
    </message>
    <message>
        <source>Click a number to see its requests · days are UTC</source>
        <translation>Kliknij liczbę, aby zobaczyć jej żądania · dni wg UTC</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SpendTiles</name>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>z %1</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ten miesiąc</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognoza</translation>
    </message>
    <message>
        <source>Shown below</source>
        <translation>Pokazane poniżej</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Bez ceny</translation>
    </message>
    <message numerus="yes">
        <source>%1 requests</source>
        <translation>
            <numerusform>%1 żądanie</numerusform>
            <numerusform>%1 żądania</numerusform>
            <numerusform>%1 żądań</numerusform>
        </translation>
    </message>
    <message>
        <source>their cost is unknown, not zero</source>
        <translation>ich koszt jest nieznany, a nie zerowy</translation>
    </message>
    <message>
        <source>every request has a price</source>
        <translation>każde żądanie ma cenę</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>Dotychczas (%1)</translation>
    </message>
    <message>
        <source>%1 of it today</source>
        <translation>w tym dziś %1</translation>
    </message>
    <message>
        <source>Forecast for %1</source>
        <translation>Prognoza na %1</translation>
    </message>
    <message>
        <source>needs one whole day of traffic</source>
        <translation>potrzebny jeden pełny dzień ruchu</translation>
    </message>
    <message>
        <source>over the budget of %1</source>
        <translation>ponad budżet %1</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: od %2 do %3</translation>
    </message>
    <message>
        <source>too few days for an interval</source>
        <translation>za mało dni, by podać przedział</translation>
    </message>
    <message>
        <source>Forecast: %1</source>
        <translation>Prognoza: %1</translation>
    </message>
    <message>
        <source>%1 unpriced</source>
        <translation>bez ceny: %1</translation>
    </message>
    <message>
        <source>the prices are not known</source>
        <translation>ceny są nieznane</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SplitBar</name>
    <message>
        <source>Traffic split</source>
        <translation>Podział ruchu</translation>
    </message>
    <message>
        <source>%1 %2 %, %3 %4 %</source>
        <translation>%1 %2 %, %3 %4 %</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::SplitCard</name>
    <message>
        <source>Split, last 24 h</source>
        <translation>Podział, ostatnie 24 h</translation>
    </message>
    <message>
        <source>Share of the canary in the last 24 hours</source>
        <translation>Udział kanarka w ostatnich 24 godzinach</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>docelowo %1</translation>
    </message>
    <message>
        <source>%1, actual %2 % ± %3</source>
        <translation>%1, faktycznie %2 % ± %3</translation>
    </message>
    <message>
        <source>%1, no requests</source>
        <translation>%1, brak żądań</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>kanarek</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::StackedBarChart</name>
    <message>
        <source>No data</source>
        <translation>Brak danych</translation>
    </message>
    <message>
        <source>Latest day: %1</source>
        <translation>Ostatni dzień: %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>dziś</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>prognoza</translation>
    </message>
    <message>
        <source>No data in this range</source>
        <translation>Brak danych w tym zakresie</translation>
    </message>
    <message>
        <source>total</source>
        <translation>razem</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dzień</translation>
    </message>
    <message>
        <source>%1 (forecast)</source>
        <translation>%1 (prognoza)</translation>
    </message>
    <message>
        <source>Today so far: %1</source>
        <translation>Dziś do tej pory: %1</translation>
    </message>
    <message>
        <source>%1 · not over yet</source>
        <translation>%1 · jeszcze trwa</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::StartBanner</name>
    <message>
        <source>Stop and close</source>
        <translation>Przerwij i zamknij</translation>
    </message>
    <message>
        <source>How far the start is</source>
        <translation>Postęp uruchamiania</translation>
    </message>
    <message>
        <source>Nothing is left half done: the next start begins again</source>
        <translation>Nic nie zostaje zrobione w połowie: następne uruchomienie zaczyna od nowa</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::StatTile</name>
    <message>
        <source>up</source>
        <translation>wzrost</translation>
    </message>
    <message>
        <source>down</source>
        <translation>spadek</translation>
    </message>
    <message>
        <source>The end of the line, dotted, is not over yet.</source>
        <translation>Kropkowany koniec linii to okres, który jeszcze trwa.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Ledger %1 requests</source>
        <translation>Żądania w księdze: %1</translation>
    </message>
    <message>
        <source>SQLite %1</source>
        <translation>SQLite %1</translation>
    </message>
    <message>
        <source>journal %1 pending</source>
        <translation>oczekujące w dzienniku: %1</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Brama</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::StoppedState</name>
    <message>
        <source>The gateway is stopped</source>
        <translation>Brama jest zatrzymana</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Uruchom bramę</translation>
    </message>
    <message>
        <source>The gateway is starting</source>
        <translation>Brama się uruchamia</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Łączenie z %1</translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation>Brak połączenia z %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TableView</name>
    <message>
        <source>Columns of %1</source>
        <translation>Kolumny: %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TagEdit</name>
    <message>
        <source>Add an entry</source>
        <translation>Dodaj wpis</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Usuń %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TargetsEdit</name>
    <message>
        <source>Add target</source>
        <translation>Dodaj cel</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Dodaj do: %1</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cel</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Waga</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Przenieś w górę</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Przenieś w dół</translation>
    </message>
    <message>
        <source>Remove target</source>
        <translation>Usuń cel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TaskDetail</name>
    <message>
        <source>model</source>
        <translation>model</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>próby</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>koszt</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>przyjęte</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>zakończone</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Result of the task</source>
        <translation>Wynik zadania</translation>
    </message>
    <message>
        <source>result</source>
        <translation>wynik</translation>
    </message>
    <message>
        <source>Show in Traffic</source>
        <translation>Pokaż w Ruchu</translation>
    </message>
    <message>
        <source>Cancel the task…</source>
        <translation>Anuluj zadanie…</translation>
    </message>
    <message>
        <source>Cancel this task? What it has cost so far stays spent.</source>
        <translation>Anulować to zadanie? To, co już kosztowało, pozostaje wydane.</translation>
    </message>
    <message>
        <source>Cancel the task</source>
        <translation>Anuluj zadanie</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Niech działa</translation>
    </message>
    <message>
        <source>The task is cancelled.</source>
        <translation>Zadanie anulowano.</translation>
    </message>
    <message>
        <source>%1, kept until %2</source>
        <translation>%1, przechowywane do %2</translation>
    </message>
    <message>
        <source>It runs; the result comes when it is done.</source>
        <translation>Działa; wynik będzie, gdy się skończy.</translation>
    </message>
    <message>
        <source>It waits for its turn.</source>
        <translation>Czeka na swoją kolej.</translation>
    </message>
    <message>
        <source>It was cancelled, so there is no result.</source>
        <translation>Anulowano je, więc nie ma wyniku.</translation>
    </message>
    <message>
        <source>The result could not be read: %1</source>
        <translation>Nie udało się odczytać wyniku: %1</translation>
    </message>
    <message>
        <source>Only the first %1 are shown.</source>
        <translation>Pokazano tylko pierwsze %1.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TelemetryCard</name>
    <message>
        <source>Telemetry</source>
        <translation>Telemetria</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>donikąd</translation>
    </message>
    <message>
        <source>traces go to (OpenTelemetry)</source>
        <translation>ślady trafiają do (OpenTelemetry)</translation>
    </message>
    <message>
        <source>OTLP over HTTP; /v1/traces and /v1/metrics follow. Prompts and answers are never sent.</source>
        <translation>OTLP przez HTTP; dopisywane jest /v1/traces i /v1/metrics. Prompty i odpowiedzi nigdy nie są wysyłane.</translation>
    </message>
    <message>
        <source>name of this gateway</source>
        <translation>nazwa tej bramy</translation>
    </message>
    <message>
        <source>share of the traces that begin here</source>
        <translation>udział śladów, które zaczynają się tutaj</translation>
    </message>
    <message>
        <source>Test the collector</source>
        <translation>Sprawdź kolektor</translation>
    </message>
    <message>
        <source>headers, one per line</source>
        <translation>nagłówki, po jednym w wierszu</translation>
    </message>
    <message>
        <source>Values are secrets: once saved they show their last characters only.</source>
        <translation>Wartości są tajne: po zapisaniu widać tylko ich ostatnie znaki.</translation>
    </message>
    <message>
        <source>A line is a name, a colon and a value.</source>
        <translation>Wiersz to nazwa, dwukropek i wartość.</translation>
    </message>
    <message>
        <source>Metrics as well</source>
        <translation>Także metryki</translation>
    </message>
    <message>
        <source>metrics by OpenTelemetry</source>
        <translation>metryki przez OpenTelemetry</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Pytanie…</translation>
    </message>
    <message>
        <source>The collector took it after %1 ms.</source>
        <translation>Kolektor przyjął to po %1 ms.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Nic jeszcze nie wysłano.</translation>
    </message>
    <message>
        <source>Spans sent: %1, waiting: %2, refused: %3, lost: %4</source>
        <translation>Spany wysłane: %1, oczekujące: %2, odrzucone: %3, utracone: %4</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TestTraffic</name>
    <message>
        <source>Fault lab, request %1: say a short sentence.</source>
        <translation>Laboratorium awarii, żądanie %1: powiedz krótkie zdanie.</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>urwana</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TiersEdit</name>
    <message>
        <source>in</source>
        <translation>wej.</translation>
    </message>
    <message>
        <source>out</source>
        <translation>wyj.</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>z pamięci</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>standard</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>batch</translation>
    </message>
    <message>
        <source>flex</source>
        <translation>flex</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priorytet</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>szybko</translation>
    </message>
    <message>
        <source>US only</source>
        <translation>tylko USA</translation>
    </message>
    <message>
        <source>None: one price whatever the length.</source>
        <translation>Brak: jedna cena bez względu na długość.</translation>
    </message>
    <message>
        <source>Add a tier</source>
        <translation>Dodaj próg</translation>
    </message>
    <message>
        <source>above tokens</source>
        <translation>powyżej tokenów</translation>
    </message>
    <message>
        <source>Tier: above so many input tokens</source>
        <translation>Próg: powyżej tylu tokenów wejściowych</translation>
    </message>
    <message>
        <source>Holds above so many input tokens</source>
        <translation>Obowiązuje powyżej tylu tokenów wejściowych</translation>
    </message>
    <message>
        <source>Tier: how the provider served</source>
        <translation>Próg: jak obsłużył dostawca</translation>
    </message>
    <message>
        <source>Holds for what the provider says it served so</source>
        <translation>Obowiązuje dla tego, co dostawca tak obsłużył</translation>
    </message>
    <message>
        <source>Tier: %1</source>
        <translation>Próg: %1</translation>
    </message>
    <message>
        <source>%1, US dollars per million tokens</source>
        <translation>%1, dolary za milion tokenów</translation>
    </message>
    <message>
        <source>Remove this tier</source>
        <translation>Usuń ten próg</translation>
    </message>
    <message>
        <source>Tiers are numbers.</source>
        <translation>Progi to liczby.</translation>
    </message>
    <message>
        <source>A tier says above how many tokens it holds, or how it was served.</source>
        <translation>Próg mówi, powyżej ilu tokenów obowiązuje albo jak obsłużono.</translation>
    </message>
    <message>
        <source>A tier says at least one price.</source>
        <translation>Próg podaje co najmniej jedną cenę.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation>
            <numerusform>%n próg</numerusform>
            <numerusform>%n progi</numerusform>
            <numerusform>%n progów</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TimeSeriesChart</name>
    <message>
        <source>no data</source>
        <translation>brak danych</translation>
    </message>
    <message>
        <source>Latest: %1</source>
        <translation>Ostatnio: %1</translation>
    </message>
    <message>
        <source>No data in this range</source>
        <translation>Brak danych w tym zakresie</translation>
    </message>
    <message>
        <source> · not over yet</source>
        <translation> · jeszcze trwa</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>Latest: %1 (not over yet)</source>
        <translation>Ostatnio: %1 (jeszcze trwa)</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TimelineBars</name>
    <message>
        <source>Timeline</source>
        <translation>Oś czasu</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TokenDialog</name>
    <message>
        <source>Connect to %1</source>
        <translation>Połącz z %1</translation>
    </message>
    <message>
        <source>The gateway made its admin token at its first start: it is in the file admin-token of its data directory, or in TOLLGATE_ADMIN_TOKEN there.</source>
        <translation>Brama utworzyła token administratora przy pierwszym uruchomieniu: jest w pliku admin-token w jej katalogu danych albo tam w TOLLGATE_ADMIN_TOKEN.</translation>
    </message>
    <message>
        <source>Admin token</source>
        <translation>Token administratora</translation>
    </message>
    <message>
        <source>Keep it in this desktop&apos;s keychain</source>
        <translation>Zachowaj go w pęku kluczy tego pulpitu</translation>
    </message>
    <message>
        <source>No keychain answers on this desktop.</source>
        <translation>Żaden pęk kluczy na tym pulpicie nie odpowiada.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nie teraz</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Połącz</translation>
    </message>
    <message>
        <source>The gateway does not take this token.</source>
        <translation>Brama nie przyjmuje tego tokenu.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::ToolResults</name>
    <message>
        <source>Results of tools</source>
        <translation>Wyniki narzędzi</translation>
    </message>
    <message>
        <source>Go on with the results</source>
        <translation>Kontynuuj z wynikami</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nie powiodło się</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1: niepowodzenie</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Wynik: %1</translation>
    </message>
    <message>
        <source>What %1 answers</source>
        <translation>Co odpowiada %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficControls</name>
    <message>
        <source>Quick filters</source>
        <translation>Szybkie filtry</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Wszystkie</translation>
    </message>
    <message>
        <source>Every request</source>
        <translation>Wszystkie żądania</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Błędy</translation>
    </message>
    <message>
        <source>Answered with 400 or above</source>
        <translation>Odpowiedź ze statusem 400 lub wyższym</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Zapasowe</translation>
    </message>
    <message>
        <source>Answered by another target than the first</source>
        <translation>Odpowiedział inny cel niż pierwszy</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Streaming</translation>
    </message>
    <message>
        <source>Answered as a stream</source>
        <translation>Odpowiedź strumieniowa</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Wolne</translation>
    </message>
    <message>
        <source>Took longer than two seconds</source>
        <translation>Trwały dłużej niż dwie sekundy</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Eksportuj</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Resume the live list</source>
        <translation>Wznów listę na żywo</translation>
    </message>
    <message>
        <source>Pause the live list</source>
        <translation>Wstrzymaj listę na żywo</translation>
    </message>
    <message>
        <source>Export every request that matches the filter</source>
        <translation>Eksportuj wszystkie żądania pasujące do filtra</translation>
    </message>
    <message>
        <source>Matching requests as CSV…</source>
        <translation>Pasujące żądania jako CSV…</translation>
    </message>
    <message>
        <source>Matching requests as JSON lines…</source>
        <translation>Pasujące żądania jako linie JSON…</translation>
    </message>
    <message>
        <source>Matching requests with their bodies as HTTP archive (HAR)…</source>
        <translation>Pasujące żądania z treścią jako archiwum HTTP (HAR)…</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficEmpty</name>
    <message>
        <source>Resume</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>The requests could not be read</source>
        <translation>Nie udało się odczytać żądań</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Nie ma jeszcze żądań</translation>
    </message>
    <message>
        <source>Point a client at this address and its requests appear here.</source>
        <translation>Skieruj klienta na ten adres, a jego żądania pojawią się tutaj.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>or try it with curl:</source>
        <translation>lub wypróbuj w curl:</translation>
    </message>
    <message>
        <source>The list is paused</source>
        <translation>Lista jest wstrzymana</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) came in meanwhile.</source>
        <translation>
            <numerusform>W międzyczasie nadeszło %n żądanie.</numerusform>
            <numerusform>W międzyczasie nadeszły %n żądania.</numerusform>
            <numerusform>W międzyczasie nadeszło %n żądań.</numerusform>
        </translation>
    </message>
    <message>
        <source>New requests wait until you resume.</source>
        <translation>Nowe żądania czekają na wznowienie.</translation>
    </message>
    <message>
        <source>No requests match this filter</source>
        <translation>Żadne żądanie nie pasuje do filtra</translation>
    </message>
    <message>
        <source>The list is paused as well, so new ones do not show either.</source>
        <translation>Lista jest też wstrzymana, więc nowe żądania również się nie pojawią.</translation>
    </message>
    <message>
        <source>New ones that match will appear here.</source>
        <translation>Nowe pasujące żądania pojawią się tutaj.</translation>
    </message>
    <message>
        <source>No client can reach it until it runs.</source>
        <translation>Dopóki nie działa, żaden klient się z nią nie połączy.</translation>
    </message>
    <message>
        <source>Looking through older requests…</source>
        <translation>Przeszukiwanie starszych żądań…</translation>
    </message>
    <message>
        <source>None of the newer ones match. The first that does will appear here.</source>
        <translation>Żadne z nowszych nie pasuje. Pierwsze pasujące pojawi się tutaj.</translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>Podłącz aplikację</translation>
    </message>
    <message>
        <source>This filter cannot be read</source>
        <translation>Tego filtru nie da się odczytać</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficExporter</name>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Bramka nie odpowiada.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficFeed</name>
    <message>
        <source>The gateway does not answer.</source>
        <translation>Brama nie odpowiada.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::TrafficPage</name>
    <message numerus="yes">
        <source>%n request(s) written to %1</source>
        <translation>
            <numerusform>Zapisano %n żądanie w %1</numerusform>
            <numerusform>Zapisano %n żądania w %1</numerusform>
            <numerusform>Zapisano %n żądań w %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>Nie zapisano %1: %2</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Ruch</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtr</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Wstrzymaj lub wznów</translation>
    </message>
    <message>
        <source>Follow the newest request or stop following</source>
        <translation>Śledź najnowsze żądanie lub przestań śledzić</translation>
    </message>
    <message>
        <source>Inspect the chosen request</source>
        <translation>Pokaż szczegóły wybranego żądania</translation>
    </message>
    <message>
        <source>Back to the list, then follow again</source>
        <translation>Wróć do listy, potem znów śledź</translation>
    </message>
    <message numerus="yes">
        <source>Paused · %n new</source>
        <translation>
            <numerusform>Wstrzymano · %n nowe</numerusform>
            <numerusform>Wstrzymano · %n nowe</numerusform>
            <numerusform>Wstrzymano · %n nowych</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Wznów</translation>
    </message>
    <message numerus="yes">
        <source>%n newer above</source>
        <translation>
            <numerusform>%n nowsze powyżej</numerusform>
            <numerusform>%n nowsze powyżej</numerusform>
            <numerusform>%n nowszych powyżej</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Śledź</translation>
    </message>
    <message numerus="yes">
        <source>%1 requests</source>
        <translation>
            <numerusform>%1 żądanie</numerusform>
            <numerusform>%1 żądania</numerusform>
            <numerusform>%1 żądań</numerusform>
        </translation>
    </message>
    <message>
        <source>showing %1</source>
        <translation>pokazano: %1</translation>
    </message>
    <message>
        <source> · filter matched in %1</source>
        <translation> · filtrowanie: %1</translation>
    </message>
    <message>
        <source> · the newest that are held; narrow the filter to reach older ones</source>
        <translation> · najnowsze z przechowywanych; zawęź filtr, aby dotrzeć do starszych</translation>
    </message>
    <message>
        <source>↑↓ move · Enter inspect · / filter · Space pause</source>
        <translation>↑↓ przejdź · Enter szczegóły · / filtr · Spacja wstrzymaj</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Filtruj wg %1</translation>
    </message>
    <message>
        <source>Exclude %1</source>
        <translation>Wyklucz %1</translation>
    </message>
    <message>
        <source>Copy this cell</source>
        <translation>Kopiuj tę komórkę</translation>
    </message>
    <message>
        <source>Copy trace id</source>
        <translation>Kopiuj identyfikator śladu</translation>
    </message>
    <message>
        <source>The trace id is on the clipboard.</source>
        <translation>Identyfikator śladu jest w schowku.</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Kopiuj jako curl</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolumny</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>Archiwum HTTP (*.har)</translation>
    </message>
    <message>
        <source>Replay the chosen request in the playground</source>
        <translation>Powtórz wybrane żądanie w piaskownicy</translation>
    </message>
    <message>
        <source>The next request, the one before</source>
        <translation>Następne żądanie, poprzednie</translation>
    </message>
    <message>
        <source>The newest request, the oldest one</source>
        <translation>Najnowsze żądanie, najstarsze</translation>
    </message>
    <message>
        <source>In the filter: take the completion</source>
        <translation>W filtrze: przyjmij podpowiedź</translation>
    </message>
    <message>
        <source>Replay in the playground</source>
        <translation>Powtórz w piaskownicy</translation>
    </message>
    <message>
        <source>Choose a request first.</source>
        <translation>Najpierw wybierz żądanie.</translation>
    </message>
    <message numerus="yes">
        <source>Paused · %n or more new</source>
        <translation>
            <numerusform>Wstrzymano · co najmniej %n nowe</numerusform>
            <numerusform>Wstrzymano · co najmniej %n nowe</numerusform>
            <numerusform>Wstrzymano · co najmniej %n nowych</numerusform>
        </translation>
    </message>
    <message>
        <source> · looking through older requests…</source>
        <translation> · przeszukiwanie starszych żądań…</translation>
    </message>
    <message>
        <source>Export every request</source>
        <translation>Eksportuj wszystkie żądania</translation>
    </message>
    <message>
        <source>Export every request that matches the filter</source>
        <translation>Eksportuj wszystkie żądania pasujące do filtra</translation>
    </message>
    <message>
        <source>Another export still runs.</source>
        <translation>Inny eksport jeszcze trwa.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n request(s) were written to %1; an archive takes no more.</source>
        <translation>
            <numerusform>Zapisano najnowsze %n żądanie w %1; archiwum nie mieści więcej.</numerusform>
            <numerusform>Zapisano najnowsze %n żądania w %1; archiwum nie mieści więcej.</numerusform>
            <numerusform>Zapisano najnowszych %n żądań w %1; archiwum nie mieści więcej.</numerusform>
        </translation>
    </message>
    <message>
        <source>In a body&apos;s tree: copy the value</source>
        <translation>W drzewie treści: skopiuj wartość</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::Tray</name>
    <message>
        <source>Listening on %1</source>
        <translation>Nasłuchuje na %1</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Uruchamianie</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Nie nasłuchuje</translation>
    </message>
    <message>
        <source>Paused: no requests are taken</source>
        <translation>Wstrzymana: żądania nie są przyjmowane</translation>
    </message>
    <message>
        <source>Show Tollgate</source>
        <translation>Pokaż Tollgate</translation>
    </message>
    <message>
        <source>Keep running here when the window is closed</source>
        <translation>Działaj dalej tutaj po zamknięciu okna</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Pokaż</translation>
    </message>
    <message>
        <source>Spent today: unknown</source>
        <translation>Wydano dziś: nie wiadomo</translation>
    </message>
    <message>
        <source>Spent today: %1</source>
        <translation>Wydano dziś: %1</translation>
    </message>
    <message>
        <source>Pause the gateway</source>
        <translation>Wstrzymaj bramę</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Uruchom bramę</translation>
    </message>
    <message>
        <source>Tollgate · %1 · %2</source>
        <translation>Tollgate · %1 · %2</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Połączono z %1</translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation>Brak połączenia z %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UndoStack</name>
    <message>
        <source>Undo: %1</source>
        <translation>Cofnij: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Nie ma czego cofnąć.</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>tego już nie ma</translation>
    </message>
    <message>
        <source>somebody changed it since, and that stays</source>
        <translation>ktoś to od tego czasu zmienił, i to zostaje</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Cofnięto: %1.</translation>
    </message>
    <message>
        <source>Undone: %1. Before it: %2.</source>
        <translation>Cofnięto: %1. Wcześniejsza zmiana: %2.</translation>
    </message>
    <message>
        <source>Not undone: %1 – %2</source>
        <translation>Nie cofnięto: %1 – %2</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UptimeStrip</name>
    <message>
        <source>Uptime</source>
        <translation>Dostępność</translation>
    </message>
    <message>
        <source>No traffic in the last %1 min</source>
        <translation>Brak ruchu w ciągu ostatnich %1 min</translation>
    </message>
    <message>
        <source>Without errors in %1 of %2 min with traffic</source>
        <translation>Bez błędów: %1 z %2 min z ruchem</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UsageBar</name>
    <message>
        <source>Usage</source>
        <translation>Zużycie</translation>
    </message>
    <message>
        <source>%1 % used, %2 % reserved</source>
        <translation>zużyto %1 %, zarezerwowano %2 %</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UsageCard</name>
    <message>
        <source>Use</source>
        <translation>Użycie</translation>
    </message>
    <message>
        <source>last 24 h</source>
        <translation>ostatnie 24 h</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>żądania</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>błędy</translation>
    </message>
    <message>
        <source>tokens in, out</source>
        <translation>tokeny wej., wyj.</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>koszt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>requests in the last minute</source>
        <translation>żądania w ostatniej minucie</translation>
    </message>
    <message>
        <source>tokens in the last minute</source>
        <translation>tokeny w ostatniej minucie</translation>
    </message>
    <message>
        <source>running now</source>
        <translation>teraz w toku</translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <translation>%1, bez limitu</translation>
    </message>
    <message>
        <source>%1 of %2, used up</source>
        <translation>%1 z %2, wyczerpane</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UserCostModel</name>
    <message>
        <source>others (%1)</source>
        <translation>pozostali (%1)</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>nie wskazano</translation>
    </message>
    <message>
        <source>%1 of the largest</source>
        <translation>%1 największego</translation>
    </message>
    <message>
        <source>user</source>
        <translation>użytkownik</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>share</source>
        <translation>udział</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>koszt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) without a known price</source>
        <translation>
            <numerusform>%n żądanie bez znanej ceny</numerusform>
            <numerusform>%n żądania bez znanej ceny</numerusform>
            <numerusform>%n żądań bez znanej ceny</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::UsersCard</name>
    <message>
        <source>Cost per user · today</source>
        <translation>Koszt na użytkownika · dziś</translation>
    </message>
    <message>
        <source>Cost per user today</source>
        <translation>Koszt na użytkownika dziś</translation>
    </message>
    <message>
        <source>Nobody spent anything today</source>
        <translation>Dziś nie było wydatków</translation>
    </message>
    <message>
        <source>top %1</source>
        <translation>top %1</translation>
    </message>
    <message>
        <source>%1: %2× its usual spend since %3 — inspect</source>
        <translation>%1: %2× zwykłych wydatków od %3 — sprawdź</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::VersionsCard</name>
    <message>
        <source>Versions</source>
        <translation>Wersje</translation>
    </message>
    <message>
        <source>use in the last 24 hours</source>
        <translation>użycie w ciągu ostatnich 24 godzin</translation>
    </message>
    <message>
        <source>version</source>
        <translation>wersja</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notatka</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>skrót</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>zapisana</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>żądania</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>błędy</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>$ / request</source>
        <translation>$ / żądanie</translation>
    </message>
    <message>
        <source>Versions of this prompt</source>
        <translation>Wersje tego promptu</translation>
    </message>
    <message>
        <source>default</source>
        <translation>domyślna</translation>
    </message>
    <message>
        <source>Requests of %1</source>
        <translation>Żądania %1</translation>
    </message>
    <message>
        <source>%1 is the default</source>
        <translation>%1 jest domyślna</translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation>Cofnij do %1</translation>
    </message>
    <message>
        <source>Make %1 the default</source>
        <translation>Ustaw %1 jako domyślną</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::WarningLine</name>
    <message>
        <source>No warning</source>
        <translation>Brak ostrzeżeń</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::WebhookDetail</name>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>próby</translation>
    </message>
    <message>
        <source>last error</source>
        <translation>ostatni błąd</translation>
    </message>
    <message>
        <source>next attempt</source>
        <translation>następna próba</translation>
    </message>
    <message>
        <source>since</source>
        <translation>od</translation>
    </message>
    <message>
        <source>Show its task</source>
        <translation>Pokaż jego zadanie</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Wyślij ponownie</translation>
    </message>
    <message>
        <source>The webhook is on its way again.</source>
        <translation>Webhook jest znów w drodze.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>teraz</translation>
    </message>
    <message>
        <source>It is not tried any more. It stays here for 30 days and can be sent again; its id stays the same, so that the receiver can tell it has it already.</source>
        <translation>Nie jest już ponawiany. Zostaje tu przez 30 dni i można go wysłać ponownie; jego id się nie zmienia, więc odbiorca pozna, że już go ma.</translation>
    </message>
    <message>
        <source>It is tried again with growing pauses for up to a day.</source>
        <translation>Jest ponawiany z rosnącymi przerwami nawet przez dobę.</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::WeightsEdit</name>
    <message>
        <source>Add version</source>
        <translation>Dodaj wersję</translation>
    </message>
    <message>
        <source>version, as v2</source>
        <translation>wersja, np. v2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Wersja</translation>
    </message>
    <message>
        <source>Weight of the version</source>
        <translation>Waga wersji</translation>
    </message>
    <message>
        <source>Remove version</source>
        <translation>Usuń wersję</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>suma %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::WorkBar</name>
    <message>
        <source>Stop</source>
        <translation>Przerwij</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Przerwij: %1</translation>
    </message>
    <message>
        <source>%1: stopping…</source>
        <translation>%1: przerywanie…</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 z %3</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::budgetText</name>
    <message>
        <source>everything</source>
        <translation>wszystko</translation>
    </message>
    <message>
        <source>a project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>a client key</source>
        <translation>klucz klienta</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>użytkownik</translation>
    </message>
    <message>
        <source>a provider</source>
        <translation>dostawca</translation>
    </message>
    <message>
        <source>day</source>
        <translation>dzień</translation>
    </message>
    <message>
        <source>week</source>
        <translation>tydzień</translation>
    </message>
    <message>
        <source>month</source>
        <translation>miesiąc</translation>
    </message>
    <message>
        <source>rolling 30 days</source>
        <translation>kroczące 30 dni</translation>
    </message>
    <message>
        <source>refuse requests</source>
        <translation>odrzucaj żądania</translation>
    </message>
    <message>
        <source>only warn</source>
        <translation>tylko ostrzegaj</translation>
    </message>
    <message>
        <source>use a cheaper alias</source>
        <translation>użyj tańszego aliasu</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>dziś %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>jutro %1</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::cells</name>
    <message>
        <source>left</source>
        <translation>rozłączono</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>ucięto</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>brak ceny</translation>
    </message>
    <message>
        <source>running</source>
        <translation>trwa</translation>
    </message>
    <message>
        <source>the client left before the answer ended</source>
        <translation>klient rozłączył się przed końcem odpowiedzi</translation>
    </message>
    <message>
        <source>the gateway cut the answer off</source>
        <translation>brama ucięła odpowiedź</translation>
    </message>
    <message>
        <source>refused before any provider was asked</source>
        <translation>odrzucono przed odpytaniem dostawcy</translation>
    </message>
    <message>
        <source>the provider failed</source>
        <translation>błąd dostawcy</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>udzielono odpowiedzi</translation>
    </message>
    <message>
        <source>%1 in (%2 from cache, %3 written to it), %4 out (%5 reasoning)%6</source>
        <translation>wejście %1 (z cache %2, zapisane w nim %3), wyjście %4 (rozumowanie %5)%6</translation>
    </message>
    <message>
        <source>, estimated</source>
        <translation>, szacunkowo</translation>
    </message>
    <message>
        <source>No price is known for this model, so its cost is unknown, not zero.</source>
        <translation>Cena tego modelu nie jest znana, więc koszt jest nieznany, a nie zerowy.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>czas</translation>
    </message>
    <message>
        <source>When the request arrived, in your time zone</source>
        <translation>Kiedy nadeszło żądanie, w Twojej strefie czasowej</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>HTTP status the caller got</source>
        <translation>Status HTTP, który dostał klient</translation>
    </message>
    <message>
        <source>user</source>
        <translation>użytkownik</translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation>Kto pytał</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>Alias or model the caller named</source>
        <translation>Alias lub model podany przez klienta</translation>
    </message>
    <message>
        <source>served by</source>
        <translation>obsłużył</translation>
    </message>
    <message>
        <source>First target, then the one that answered</source>
        <translation>Pierwszy cel, potem ten, który odpowiedział</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>opóźnienie</translation>
    </message>
    <message>
        <source>From the request&apos;s arrival to the last byte of the answer</source>
        <translation>Od nadejścia żądania do ostatniego bajtu odpowiedzi</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokeny</translation>
    </message>
    <message>
        <source>Input tokens, then output tokens</source>
        <translation>Tokeny wejściowe, potem wyjściowe</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>koszt</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>Dolary amerykańskie</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>Project the key belongs to</source>
        <translation>Projekt, do którego należy klucz</translation>
    </message>
    <message>
        <source>key</source>
        <translation>klucz</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Klucz klienta</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>pierwszy token</translation>
    </message>
    <message>
        <source>Time to the first token of the answer</source>
        <translation>Czas do pierwszego tokenu odpowiedzi</translation>
    </message>
    <message>
        <source>overhead</source>
        <translation>narzut</translation>
    </message>
    <message>
        <source>Time spent in the gateway itself</source>
        <translation>Czas spędzony w samej bramie</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>próby</translation>
    </message>
    <message>
        <source>Targets asked before one answered</source>
        <translation>Cele odpytane, zanim któryś odpowiedział</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>flaga</translation>
    </message>
    <message>
        <source>Flag and arm that chose the target</source>
        <translation>Flaga i wariant, które wybrały cel</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>prompt</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>ślad</translation>
    </message>
    <message>
        <source>Trace id</source>
        <translation>Identyfikator śladu</translation>
    </message>
    <message>
        <source>note</source>
        <translation>uwaga</translation>
    </message>
    <message>
        <source>What was special about the request</source>
        <translation>Co wyróżniało to żądanie</translation>
    </message>
    <message>
        <source>error</source>
        <translation>błąd</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>Dlaczego się nie powiodło</translation>
    </message>
    <message>
        <source>Stored prompt and its version</source>
        <translation>Zapisany prompt i jego wersja</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::dayText</name>
    <message>
        <source>MMM d</source>
        <comment>QLocale&apos;s letters, in this language&apos;s order</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>ddd, MMM d</source>
        <comment>QLocale&apos;s letters, in this language&apos;s order</comment>
        <translation>ddd, d MMM</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::flagText</name>
    <message>
        <source>rollout</source>
        <translation>zasięg</translation>
    </message>
    <message>
        <source>sticky by</source>
        <translation>przypisanie</translation>
    </message>
    <message>
        <source>default</source>
        <translation>domyślna</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>wagi</translation>
    </message>
    <message>
        <source>share</source>
        <translation>udział</translation>
    </message>
    <message>
        <source>guardrails</source>
        <translation>zabezpieczenia</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>włączono</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>wyłączono</translation>
    </message>
    <message>
        <source>rules changed, %1 now</source>
        <translation>zmieniono reguły, teraz: %1</translation>
    </message>
    <message>
        <source>%1 set: %2</source>
        <translation>ustawiono %1: %2</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>usunięto %1</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>kanarek</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>prompt</translation>
    </message>
    <message>
        <source>kill switch</source>
        <translation>wyłącznik awaryjny</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>lustro</translation>
    </message>
    <message>
        <source>%1 is cut off</source>
        <translation>odcięto %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>wyłączony</translation>
    </message>
    <message>
        <source>and</source>
        <translation>i</translation>
    </message>
    <message>
        <source>%1 is </source>
        <translation>%1 to </translation>
    </message>
    <message>
        <source>%1 is one of </source>
        <translation>%1 to jeden z </translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>wszyscy</translation>
    </message>
    <message>
        <source>the flag is off</source>
        <translation>flaga jest wyłączona</translation>
    </message>
    <message>
        <source>by rule %1</source>
        <translation>wg reguły %1</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>w zakresie %1</translation>
    </message>
    <message>
        <source>not in %1</source>
        <translation>poza %1</translation>
    </message>
    <message>
        <source>created, %1</source>
        <translation>utworzono, %1</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>usunięto</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::format</name>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>TB</translation>
    </message>
</context>
<context>
    <name>tollgate::ui::jobsText</name>
    <message>
        <source>waiting</source>
        <translation>czeka</translation>
    </message>
    <message>
        <source>running</source>
        <translation>działa</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wysyłany</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gotowe</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>błąd</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>zatrzymywany</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>anulowane</translation>
    </message>
    <message>
        <source>out of budget</source>
        <translation>brak budżetu</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>porzucony</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>now</source>
        <translation>teraz</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>za %1</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>klucz %1</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>ten komputer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>z błędem: %1</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>anulowane: %1</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>dotąd %1</translation>
    </message>
    <message>
        <source>about %1 expected</source>
        <translation>przewidywane ok. %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>najwyżej %1</translation>
    </message>
    <message numerus="yes">
        <source>%n without a price</source>
        <translation>
            <numerusform>%n bez ceny</numerusform>
            <numerusform>%n bez ceny</numerusform>
            <numerusform>%n bez ceny</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tollgate::ui::words</name>
    <message>
        <source>healthy</source>
        <translation>sprawny</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>osłabiony</translation>
    </message>
    <message>
        <source>down</source>
        <translation>nie działa</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>nieznany</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zamknięty</translation>
    </message>
    <message>
        <source>half-open</source>
        <translation>półotwarty</translation>
    </message>
    <message>
        <source>open</source>
        <translation>otwarty</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>w normie</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>ostrzeżenie</translation>
    </message>
    <message>
        <source>exceeded</source>
        <translation>przekroczony</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stabilna</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>kanarek</translation>
    </message>
    <message>
        <source>user</source>
        <translation>użytkownik</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>key</source>
        <translation>klucz</translation>
    </message>
</context>
</TS>
