@echo off
rem Starts Twinport from the jars beside this script, with the JDK that JAVA_HOME or the path names.
setlocal
if "%~1"=="--version" if "%~2"=="" (
  echo Twinport ${project.version}
  exit /b 0
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -Xmx2g "-Dorg.sqlite.lib.path=%~dp0..\native" --enable-native-access=io.github.twinport,javafx.graphics,org.xerial.sqlitejdbc --module-path "%~dp0..\lib" --module io.github.twinport/io.github.twinport.Twinport %*
exit /b %ERRORLEVEL%
