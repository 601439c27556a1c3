using LstmCourse.DotNetInteractive;

if (args is not [var file])
{
    Console.Error.WriteLine(
        "expected one argument: the file that names the pipe. `course run --kernel dotnet-interactive` starts this program.");
    return 2;
}

return await EngineHost.RunAsync(File.ReadAllText(file)).ConfigureAwait(false);
