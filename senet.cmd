@echo off
rem Builds Release once and runs the command. After an edit: delete src\Senet.Cli\bin, or dotnet build -c Release.
setlocal
set "root=%~dp0"
set "dll=%root%src\Senet.Cli\bin\Release\net10.0\Senet.Cli.dll"
if exist "%dll%" goto run
echo building senet (once)... 1>&2
dotnet build "%root%src\Senet.Cli" -c Release --nologo -v quiet > "%TEMP%\senet-build-%RANDOM%.log" 2>&1
if not errorlevel 1 if exist "%dll%" goto run
echo senet: error: the build failed; see it with: dotnet build "%root%src\Senet.Cli" -c Release 1>&2
exit /b 1
:run
dotnet "%dll%" %*
exit /b %errorlevel%
