using BenchmarkDotNet.Attributes;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LstmCourse.Bench.Engine;

/// <summary>One recurrent layer of the sentiment model's sizes, forward alone and forward and backward.</summary>
[MemoryDiagnoser]
public class LayerBenchmarks
{
    private const int Batch = 32, Steps = 200, Inputs = 32, Hidden = 64;

    private Module _layer = null!;
    private Tensor _input = null!;

    [Params("LSTM", "GRU", "RNN")]
    public string Layer { get; set; } = "";

    [GlobalSetup]
    public void Build()
    {
        manual_seed(1);
        _layer = Layer switch
        {
            "LSTM" => LSTM(Inputs, Hidden, batchFirst: true),
            "GRU" => GRU(Inputs, Hidden, batchFirst: true),
            _ => RNN(Inputs, Hidden, batchFirst: true),
        };
        _input = randn(Batch, Steps, Inputs);
    }

    [GlobalCleanup]
    public void Release()
    {
        _layer.Dispose();
        _input.Dispose();
    }

    [Benchmark]
    public void Inference()
    {
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        LastState();
    }

    [Benchmark]
    public void ForwardAndBackward()
    {
        using var scope = NewDisposeScope();
        LastState().sum().backward();
    }

    private Tensor LastState() => _layer switch
    {
        TorchSharp.Modules.LSTM lstm => lstm.call(_input).Item2,
        TorchSharp.Modules.GRU gru => gru.call(_input).Item2,
        _ => ((TorchSharp.Modules.RNN)_layer).call(_input).Item2,
    };
}
