@echo off
rem Runs Maven on this project with a JDK >= 17: a Maven of the PATH that is recent enough, else the pinned one of
rem .mvn\wrapper\maven-wrapper.properties, fetched once, checked and kept under %USERPROFILE%\.m2\wrapper.
setlocal EnableExtensions DisableDelayedExpansion

set "WRAPPER=%~dp0.mvn\wrapper"
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%WRAPPER%\maven-wrapper.properties") do set "MVNW_%%a=%%b"

set "JDK="
if defined JAVA_HOME call :jdk "%JAVA_HOME%\bin\java.exe"
if not defined JDK if defined JAVA_HOME echo mvnw: JAVA_HOME (%JAVA_HOME%) is not a JDK 17 or newer, looking at the PATH>&2
if not defined JDK for /f "delims=" %%j in ('where java.exe 2^>nul') do if not defined JDK call :jdk "%%j"
if not defined JDK (
    echo mvnw: no JDK 17 or newer found: install one ^(a JRE is not enough^) and set JAVA_HOME or PATH>&2
    exit /b 1
)
set "JAVA_HOME=%JDK%"

call :number %MVNW_minimum% MINIMUM
set "MAVEN="
for /f "delims=" %%m in ('where mvn.cmd 2^>nul') do if not defined MAVEN call :candidate "%%m"
if defined MAVEN goto run

set "STORE=%USERPROFILE%\.m2\wrapper"
if defined MAVEN_USER_HOME set "STORE=%MAVEN_USER_HOME%\wrapper"
set "HOME_OF_MAVEN=%STORE%\apache-maven-%MVNW_version%"
set "MAVEN=%HOME_OF_MAVEN%\bin\mvn.cmd"
if exist "%MAVEN%" goto run

echo mvnw: no Maven %MVNW_minimum% or newer on the PATH, fetching %MVNW_distributionUrl%>&2
if not exist "%STORE%" mkdir "%STORE%"
set "ARCHIVE=%STORE%\maven-%RANDOM%%RANDOM%.zip"
where curl.exe >nul 2>nul
if errorlevel 1 (
    "%JAVA_HOME%\bin\java.exe" "%WRAPPER%\MavenDistribution.java" fetch "%MVNW_distributionUrl%" "%ARCHIVE%"
) else (
    curl.exe --fail --silent --show-error --location --connect-timeout 30 --output "%ARCHIVE%" "%MVNW_distributionUrl%"
)
if errorlevel 1 (
    echo mvnw: the download failed: check the network ^(or its proxy^), or put Maven %MVNW_minimum% or newer on the PATH>&2
    del "%ARCHIVE%" 2>nul
    exit /b 1
)
"%JAVA_HOME%\bin\java.exe" "%WRAPPER%\MavenDistribution.java" install "%ARCHIVE%" %MVNW_distributionSha512% "%HOME_OF_MAVEN%"
set "STATUS=%ERRORLEVEL%"
del "%ARCHIVE%" 2>nul
if "%STATUS%"=="2" (
    echo mvnw: what %MVNW_distributionUrl% answered is not the expected file ^(wrong SHA-512^): nothing was installed>&2
    exit /b 1
)
if not "%STATUS%"=="0" (
    echo mvnw: Maven could not be unpacked in %STORE%>&2
    exit /b 1
)

:run
rem Whoever tries the program waits neither for the format check nor for the tests to be compiled: both are for verify.
set "QUICK="
for %%a in (%*) do if "%%~a"=="spring-boot:run" set "QUICK=-Dspotless.check.skip=true -Dmaven.test.skip=true"
call "%MAVEN%" %QUICK% %*
exit /b %ERRORLEVEL%

rem Sets JDK to the home of the java.exe given, when it is a JDK 17 or newer.
:jdk
if not exist %1 exit /b 1
set "FOUND_HOME="
set "FOUND_RELEASE="
for /f "tokens=1,* delims== " %%a in ('"%1 -XshowSettings:properties -version 2>&1"') do (
    if "%%a"=="java.home" set "FOUND_HOME=%%b"
    if "%%a"=="java.specification.version" set "FOUND_RELEASE=%%b"
)
if not defined FOUND_HOME exit /b 1
if not exist "%FOUND_HOME%\bin\javac.exe" exit /b 1
call :number %FOUND_RELEASE% RELEASE
if %RELEASE% LSS 17000000 exit /b 1
set "JDK=%FOUND_HOME%"
exit /b 0

rem Sets MAVEN to the mvn.cmd given, when it is recent enough.
:candidate
set "FOUND_VERSION="
for /f "tokens=1-3" %%a in ('"%1 --version 2>nul"') do if "%%a %%b"=="Apache Maven" set "FOUND_VERSION=%%c"
if not defined FOUND_VERSION exit /b 1
call :number %FOUND_VERSION% VERSION
if %VERSION% LSS %MINIMUM% exit /b 1
set "MAVEN=%~1"
exit /b 0

rem Sets the variable %2 to the version %1 as one number, to compare: 3.10.0 is newer than 3.9.9.
:number
for /f "tokens=1-3 delims=.-" %%a in ("%1.0.0") do set /a "%2=%%a*1000000+%%b*1000+%%c" 2>nul
exit /b 0
