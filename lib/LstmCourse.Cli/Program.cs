using LstmCourse.Cli;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
