using System.Diagnostics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LstmCourse.Cli.Benchmarks;

/// <summary>Repeats the step of one case on this process's TorchSharp.</summary>
internal sealed class StepRunner : IDisposable
{
    private readonly StepModel _model;
    private readonly Tensor _tokens;
    private readonly Tensor _target;
    private readonly Module<Tensor, Tensor, Tensor> _loss;
    private readonly optim.Optimizer _optimizer;
    private readonly bool _training;

    public StepRunner(StepCase step)
    {
        manual_seed(1);
        _training = step.Training;
        _model = new StepModel(step);
        _model.train(step.Training);
        _tokens = randint(step.Vocabulary, [step.Batch, step.Steps]);
        _optimizer = optim.Adam(_model.parameters());
        if (step.Classes == 1)
        {
            _loss = BCEWithLogitsLoss();
            using var labels = randint(2, [step.Batch, 1]);
            _target = labels.to_type(ScalarType.Float32);
        }
        else
        {
            _loss = CrossEntropyLoss();
            _target = randint(step.Classes, [step.Batch]);
        }
    }

    /// <summary>Repeats the step for at least this long and three times.</summary>
    /// <returns>The seconds of every repetition.</returns>
    public List<double> Repeat(TimeSpan time)
    {
        var seconds = new List<double>();
        var total = Stopwatch.StartNew();
        while (seconds.Count < 3 || total.Elapsed < time)
        {
            long start = Stopwatch.GetTimestamp();
            RunOnce();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return seconds;
    }

    /// <summary>One training step or inference pass.</summary>
    public void RunOnce()
    {
        using var scope = NewDisposeScope();
        if (!_training)
        {
            using var inference = no_grad();
            _model.call(_tokens);
            return;
        }

        _optimizer.zero_grad();
        var loss = _loss.call(_model.call(_tokens), _target);
        loss.backward();
        nn.utils.clip_grad_norm_(_model.parameters(), 1);
        _optimizer.step();
        loss.item<float>();
    }

    /// <summary>Bytes that one step takes from the managed heap.</summary>
    public long MeasureAllocation()
    {
        const int Repetitions = 10;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < Repetitions; i++) RunOnce();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / Repetitions;
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _loss.Dispose();
        _model.Dispose();
        _tokens.Dispose();
        _target.Dispose();
    }
}
