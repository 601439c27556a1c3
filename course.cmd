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
powershell -NoProfile -Command "Set-Location -LiteralPath $env:root; $built = (Get-Item -Force -LiteralPath (Join-Path $env:cli '.built')).LastWriteTimeUtc; $folders = 'lib/LstmCourse.Cli', 'lib/LstmCourse.Notebooks'; $sources = @(Get-Item ($folders + 'Directory.Build.props' + 'Directory.Build.targets' + 'Directory.Packages.props' + 'global.json')) + @(Get-ChildItem $folders -Recurse); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 1 }"
if errorlevel 1 goto build

:run
dotnet "%cli%\course.dll" %*
exit /b %errorlevel%

:build
pushd "%root%"
set "version=none that fits"
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
set "publish=dotnet publish "%root%lib\LstmCourse.Cli\LstmCourse.Cli.csproj" --configuration Release --output "%new%" -p:UseAppHost=false -nologo -verbosity:quiet -consoleLoggerParameters:NoSummary"
if exist "%new%" rmdir /s /q "%new%"
type nul > "%started%"
echo Building the course command; the first time this fetches about 75 MB of packages and takes a minute or two ... 1>&2
%publish% -p:PublishReadyToRun=true --use-current-runtime --no-self-contained -p:DisableTransitiveFrameworkReferenceDownloads=true > "%log%" 2>&1
if not errorlevel 1 goto swap
findstr /c:": error CS" /c:"has timed out" "%log%" >nul && goto broken
if exist "%new%" rmdir /s /q "%new%"
%publish% > "%log%" 2>&1
if not errorlevel 1 goto swap

:broken
findstr /c:"error NU1301" "%log%" >nul && (
  echo course: a package source cannot be reached: get online or mend the source ^(dotnet nuget list source^), then run the command again 1>&2
  exit /b 1
)
findstr /c:"error NU1101" /c:"error NU1102" "%log%" >nul && (
  findstr /c:"error NU110" "%log%" 1>&2
  echo course: no package source has a package that the command needs: add nuget.org ^(dotnet nuget add source^), then run the command again 1>&2
  exit /b 1
)
findstr /c:"not enough space on the disk" "%log%" >nul && (
  echo course: there is no room left on the disk: the course needs 2 GB for packages and its own files; make room, then run the command again 1>&2
  exit /b 1
)
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
