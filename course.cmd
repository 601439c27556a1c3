@echo off
rem The course's command. Builds it when its sources are newer than the last build, then runs it: course --help
setlocal
set "root=%~dp0"
set "cli=%root%artifacts\cli"
set DOTNET_NOLOGO=1
set MSBUILDDISABLENODEREUSE=1
if not defined DOTNET_CLI_TELEMETRY_OPTOUT set DOTNET_CLI_TELEMETRY_OPTOUT=1

where dotnet >nul 2>nul
if errorlevel 1 (
  echo course: expected the .NET 10 SDK, found no dotnet. Install it from https://dot.net/download 1>&2
  exit /b 2
)

if not exist "%cli%\course.dll" goto build
if not exist "%cli%\.built" goto build
powershell -NoProfile -Command "Set-Location -LiteralPath $env:root; $built = (Get-Item -Force -LiteralPath (Join-Path $env:cli '.built')).LastWriteTimeUtc; $sources = @(Get-Item lib, Directory.Build.props, Directory.Packages.props, global.json) + @(Get-ChildItem lib -Recurse); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 goto build

:run
dotnet "%cli%\course.dll" %*
exit /b %errorlevel%

:build
pushd "%root%"
set "version="
for /f "delims=" %%v in ('dotnet --version 2^>nul') do set "version=%%v"
popd
if not "%version:~0,3%"=="10." (
  echo course: expected the .NET 10 SDK, found %version%. Install it from https://dot.net/download 1>&2
  exit /b 2
)
if not exist "%root%artifacts" mkdir "%root%artifacts"
set "new=%cli%.new"
set "log=%root%artifacts\cli-build.log"
set "started=%root%artifacts\cli-started"
set "publish=dotnet publish "%root%lib\LstmCourse.Cli\LstmCourse.Cli.csproj" --configuration Release --output "%new%" -p:CourseProfile=portable -p:UseAppHost=false -nologo -verbosity:quiet -consoleLoggerParameters:NoSummary"
if exist "%new%" rmdir /s /q "%new%"
type nul > "%started%"
echo Building the course command ... 1>&2
%publish% -p:PublishReadyToRun=true --use-current-runtime --no-self-contained -p:DisableTransitiveFrameworkReferenceDownloads=true > "%log%" 2>&1
if not errorlevel 1 goto swap
findstr /c:": error CS" "%log%" >nul && goto broken
if exist "%new%" rmdir /s /q "%new%"
%publish% > "%log%" 2>&1
if not errorlevel 1 goto swap

:broken
type "%log%" 1>&2
echo course: the command does not build 1>&2
exit /b 1

:swap
move /y "%started%" "%new%\.built" >nul
if exist "%cli%.old" rmdir /s /q "%cli%.old"
if exist "%cli%" (
  move "%cli%" "%cli%.old" >nul 2>nul
  if errorlevel 1 (
    echo course: the old command is still in use. Close the notebooks that run with it and try again 1>&2
    exit /b 1
  )
)
move "%new%" "%cli%" >nul
if exist "%cli%.old" rmdir /s /q "%cli%.old"
goto run
