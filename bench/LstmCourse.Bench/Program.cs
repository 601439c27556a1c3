using BenchmarkDotNet.Running;
using LstmCourse.Bench.Kernel;
using LstmCourse.Bench.Sentiment;

switch (args)
{
    case ["kernel", .. var rest]:
        return await KernelLatency.RunAsync(rest is [var dll] ? dll : Path.Combine(AppContext.BaseDirectory, "course.dll"));
    case ["sentiment", .. var options]:
        return SentimentBench.Run(options);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
